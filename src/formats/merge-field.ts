/** A merge field in angle brackets: `<navn>`, `<Dokument.Dato>`, `<Kunde Navn>`, `<<navn>>`. */
export const angleField = /(?<!<)<<?\p{L}[\p{L}\p{N}_. -]{0,60}>>?/u

/** HTML elements that need no end tag, and those too short to be the name of a field. */
const alwaysHtml = new Set(
  'a b i p q s u br dd dl dt em h1 h2 h3 h4 h5 h6 hr li ol rp rt td th tr ul area base body col colgroup embed head html img input link meta param small source strong sub sup tbody tfoot thead track wbr'.split(
    ' ',
  ),
)

/** Other HTML elements. A field can have the same name, but an element has an end tag somewhere. */
const pairedHtml = new Set(
  'abbr address article aside audio bdi bdo blockquote button canvas caption center cite code data datalist del details dfn dialog div fieldset figcaption figure font footer form frame frameset header iframe ins kbd label legend main map mark menu meter nav noframes noscript object optgroup option output picture pre progress ruby samp script search section select span strike style summary svg table template textarea time title tt var video'.split(
    ' ',
  ),
)

/** Tells the merge fields of a file among what matches `angleField`. */
export type IsMergeField = (tag: string) => boolean

/**
 * A test for the merge fields of a file. To Markdown a field such as `<navn>` is HTML, and it would vanish from the
 * letter. An element of HTML is no field, nor is a tag that the file also closes.
 */
export function mergeFieldTest(source: string): IsMergeField {
  let closed: ReadonlySet<string> | undefined
  return (tag) => {
    if (tag.startsWith('<<')) return true
    const name = (/[^<>\s]+/.exec(tag)?.[0] ?? '').toLowerCase()
    if (alwaysHtml.has(name) || (pairedHtml.has(name) && tag.includes(' '))) return false
    closed ??= new Set(source.match(/<\/[^<>\s]+/g)?.map((end) => end.slice(2).toLowerCase()))
    return !closed.has(name)
  }
}
