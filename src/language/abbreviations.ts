import { pack } from '../pack.ts'

/** `never`: the full stop never ends a sentence. `maybe`: it does before a capital. */
export type AbbreviationEnd = 'never' | 'maybe'

interface Abbreviation {
  /** As written, with its full stop: `bl.a.`. */
  readonly abbr: string
  readonly ends: AbbreviationEnd
  /** Written out: `blandt andet`. */
  readonly expand?: string
}

/**
 * Forms that occur in letters and names but that nobody needs to spell out: titles, street and place names, and the
 * common misspellings of known abbreviations (`jvf.`, `incl.`).
 */
const furtherForms: readonly Abbreviation[] = [
  ...list('never', 'fr. fhv. jfr. jvf. jvnf. evtl. incl. excl. max. adm. adv. ass. bekendtg. bl. chr. civ. eks. gr.'),
  ...list('never', 'cand. lic. mag. kand. kons. ndr. sdr. ndl. sct. vestr. østr. gdr. kbh. mr. mrs. ms. mill. off. p.'),
  ...list(
    'never',
    'pol. red. ref. rep. sekr. sign. skr. str. u. vicedir. v.h.a. f.s.v. p.b.v. pbv. d.v.s. i.f.m. i.f.t.',
  ),
  ...list('never', 'i.h.t. i.h.h.t. ihht. vdr. bla. feks. o.s. kgs. overf. pl. vejl. tlf.-nr. uds. vurd. beregn.'),
  ...list('never', 'mar. apr. jun. jul. aug. sep. man. tir. tirs. ons. tor. tors. fre. lør. søn. flg.'),
  ...list('maybe', 'o.s.v. ect. mm. sek. t. f.kr. e.kr. tkr. m.m.m. f.å. s.å. s.d. o.fl. ha. hv. bd. sp.'),
]

/** Words that are spelt like an abbreviation: `et økonomisk tab. Du`, `varme og el. Vi`. Before a capital they end. */
export const alsoWords: ReadonlySet<string> = new Set(
  'tab art min tom el em bet fig st t red ref bl max ass p u pl sign str gr hv if dir dec sp man fre søn jul ons tor'.split(
    ' ',
  ),
)

/** Given names that are spelt like an abbreviation: with a capital they are the name. */
export const alsoNames: ReadonlySet<string> = new Set(['Jan', 'Tom', 'Mia', 'Ann', 'Per', 'Else', 'Bo', 'Kit', 'Max'])

/** `never` abbreviations that stand for a noun or adverb and can end a sentence: `3 mio. Du`, `p.t. Vi`. */
export const endBeforeOpener: ReadonlySet<string> = new Set(
  `mio mia mill p.t pt ph.d jr sagsnr cpr.nr cpr-nr cpr.-nr cvr.nr cvr-nr j.nr jnr tlf tlf.nr lejl flg afd adr alm mdl årl ugtl
  min maks max jan feb febr mar apr jun jul aug sep sept okt nov dec kv kvt fmd sagsbeh udv vejl bek lbk kbh`.split(
    /\s+/u,
  ),
)

const known = new Map<string, Abbreviation>()
for (const entry of [...furtherForms, ...pack.da.words.abbreviations]) {
  if (entry.abbr.endsWith('.')) known.set(entry.abbr.slice(0, -1).toLowerCase(), entry)
}

/**
 * How the full stop after `word` (without it, any case) behaves; undefined when `word` is no known abbreviation.
 * Every compound with `nr.` is one (`kontonr.`, `husnr.`): no Danish word ends in `nr`.
 */
export function abbreviationEnd(word: string): AbbreviationEnd | undefined {
  const key = word.toLowerCase()
  return known.get(key)?.ends ?? (key.endsWith('nr') ? 'never' : undefined)
}

/** An abbreviation (with its full stop) written out; undefined when it is not known. */
export function abbreviationMeaning(abbreviation: string): string | undefined {
  return known.get(abbreviation.slice(0, -1).toLowerCase())?.expand
}

function list(end: AbbreviationEnd, forms: string): Abbreviation[] {
  return forms.split(' ').map((abbr) => ({ abbr, ends: end }))
}
