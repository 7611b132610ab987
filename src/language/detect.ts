import type { Language } from '../types.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Function words, and words of letters, that only Danish has. Words that both languages spell alike are left out. */
const danish = words(`
  og det der er ikke på som af med til vi du jeg de dig os din dit dine vores kan skal vil har hvis når eller fra om ved
  efter et en denne dette disse også men da så være blev bliver sin sit hun ham dem deres hvor hvad hvorfor hvordan
  derfor fordi inden senest samt jf kr nr stk venlig hilsen kære afslag klage klager klagevejledning vejledning sag
  sagen kommune kommunen ansøgning afgørelse brev brevet frist fristen loven lov dato hermed hjælp udbetaling
  bevilling tilladelse begrundelse svar dage uger måned oplysninger partshøring høring møde borger bolig
`)

const english = words(`
  the and of is are was were that this these those you your we our they their it its with from by on as not will would
  shall should can could may must has been which who what when where why how if or an any all there here because after
  before about please dear yours sincerely faithfully regards council application decision letter appeal refuse refused
  refusal reasons housing benefit section act date days weeks months within notice complaint hearing case request
  information approved granted permission planning support claim rejected
`)

/** Characters of the text that are looked at; a language shows long before. */
const SAMPLE = 3000
/** So many words ahead, one language is sure. */
const SURE = 15

/**
 * Whether a text is Danish or English, by counting words that only one of them has; æ, ø and å count for Danish, `th`
 * and `w` for English where no word decides. Danish when it can't be told.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE).toLowerCase()
  let lead = 0
  for (const [word] of sample.matchAll(/[a-zæøå]+/gu)) {
    if (danish.has(word)) lead++
    else if (english.has(word)) lead--
    if (lead >= SURE) return 'da'
    if (lead <= -SURE) return 'en'
  }
  lead += count(sample, /[æøå]/gu) / 2
  if (lead === 0) lead = count(sample, /sk|ld|nd|ej|tz/gu) / 4 - count(sample, /th|w|ck|y\b|tion\b|ou|ea|qu/gu)
  return lead < 0 ? 'en' : 'da'
}

/** So many words ahead, a paragraph is sure to be in one language. */
const SURE_OF_BLOCK = 4

/** The language of a paragraph that stands for itself; undefined where too little shows it. */
export function detectBlockLanguage(text: string): Language | undefined {
  let lead = 0
  for (const word of text.toLowerCase().split(/[^a-zæøå]+/u)) {
    if (danish.has(word)) lead++
    else if (english.has(word)) lead--
  }
  return lead >= SURE_OF_BLOCK ? 'da' : lead <= -SURE_OF_BLOCK ? 'en' : undefined
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
