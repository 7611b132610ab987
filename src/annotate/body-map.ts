import { decodePieces, trimPieces } from '../formats/docx/raw-text.ts'
import { readXml } from '../formats/docx/xml.ts'

/** Offsets of a piece of the part, ends exclusive. */
interface Range {
  readonly start: number
  readonly end: number
}

/** What stands directly in a run: text, a tab, a picture. */
interface Child extends Range {
  /** The raw text of a `w:t`, in one or more pieces. */
  readonly texts: { start: number; end: number; raw: boolean }[]
  readonly isText: boolean
  readonly preserve: boolean
  /** Where its own tag ends. */
  readonly tagEnd: number
}

/** A run that stands in no other. */
interface Run extends Range {
  readonly tagEnd: number
  /** Its properties, as they are written. */
  properties: string
  readonly children: Child[]
}

/** The body of a letter as places where something can be put between its characters. */
export interface BodyMap {
  /**
   * The place nearest to an offset where elements may stand beside runs: what can't be cut is left whole, by going to its
   * `side`. Undefined where there is no such place.
   */
  readonly place: (offset: number, side: 'start' | 'end') => Place | undefined
  /** The offset after the character at `offset`, with what belongs to it. */
  readonly characterEnd: (offset: number) => number
  /** The first paragraph of the body. */
  readonly firstParagraph: FirstParagraph | undefined
}

/** Where to insert. A run that is cut is closed before and opened again after. */
export interface Place {
  readonly at: number
  readonly close: string
  readonly reopen: string
  /** Changes that the cut asks for elsewhere: white space that counts for nothing would begin to count. */
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

/** Where a comment on the whole letter goes: after the properties of the paragraph. */
interface FirstParagraph {
  readonly at: number
  /** For `<w:p/>`: where its tag ends, and the end tag that it then needs. */
  readonly emptyTag?: { readonly slash: number; readonly end: string }
}

/** Content controls that hold one value: Word takes no comment inside them. */
const valueControls = new Set(
  'w:text w:date w:dropDownList w:comboBox w:dataBinding w:showingPlcHdr w14:checkbox w:picture'.split(' '),
)
const wholes = new Set(['m:oMath', 'm:oMathPara', 'mc:AlternateContent', 'w:fldSimple'])

/** Maps the part that holds the letter. Text boxes are left out: Word takes no comments in them. */
export function mapBody(source: string, part: string): BodyMap {
  const runs: Run[] = []
  const uncut: (Range & { readonly block: boolean })[] = []
  const open: { name: string; start: number; paragraph: number; value?: boolean }[] = []
  const fields: { start: number; paragraph: number }[] = []
  let firstParagraph: FirstParagraph | undefined
  let opensFirst = false
  let boxes = 0
  let alternatives = 0
  let paragraphs = 0
  let paragraph = 0
  let run: Run | undefined
  let runDepth = 0
  let child: (Omit<Child, 'end'> & { end: number }) | undefined

  readXml(source, part, {
    open: (name, { start, end, preserve, attribute }) => {
      if (name === 'w:txbxContent') boxes += 1
      if (boxes > 0) {
        open.push({ name, start, paragraph: 0 })
        return
      }
      if (run) {
        if (open.length === runDepth) {
          child = { start, end, texts: [], isText: name === 'w:t', preserve, tagEnd: end }
          const type = name === 'w:fldChar' ? attribute('w:fldCharType') : undefined
          if (type === 'begin') fields.push({ start, paragraph })
          if (type === 'end') {
            const field = fields.pop()
            if (field && field.paragraph === paragraph) uncut.push({ start: field.start, end, block: false })
          }
        }
      } else if (name === 'w:r' && paragraph > 0) {
        run = { start, end: 0, tagEnd: end, properties: '', children: [] }
        runDepth = open.length + 1
      } else if (name === 'w:p') {
        paragraphs += 1
        paragraph = paragraphs
        if (!firstParagraph && alternatives === 0) {
          const isEmpty = source[end - 2] === '/'
          const rawName = /^<([^\s/>]+)/u.exec(source.slice(start, end))?.[1] ?? ''
          firstParagraph = { at: end, ...(isEmpty && { emptyTag: { slash: end - 2, end: `</${rawName}>` } }) }
          opensFirst = true
        }
      } else if (name === 'mc:AlternateContent') alternatives += 1
      const control = open.at(-1)?.name === 'w:sdtPr' ? open.at(-2) : undefined
      if (control && valueControls.has(name)) control.value = true
      open.push({ name, start, paragraph })
    },
    close: (name, end) => {
      const closed = open.pop()
      if (boxes > 0) {
        if (name === 'w:txbxContent') boxes -= 1
        return
      }
      if (run && child && open.length === runDepth) {
        child.end = end
        if (name === 'w:rPr') run.properties = source.slice(child.start, end)
        else run.children.push(child)
        child = undefined
      } else if (run && open.length === runDepth - 1) {
        runs.push({ ...run, end })
        run = undefined
      } else if (run) {
        return
      } else if (name === 'w:p') {
        paragraph = 0
        opensFirst = false
      } else if (name === 'w:pPr' && opensFirst && open.at(-1)?.name === 'w:p') {
        firstParagraph = { at: end }
        opensFirst = false
      } else {
        if (name === 'mc:AlternateContent') alternatives -= 1
        if (closed && (wholes.has(name) || (name === 'w:sdt' && closed.value && closed.paragraph > 0)))
          uncut.push({ start: closed.start, end, block: closed.paragraph === 0 })
      }
    },
    text: (start, end, raw) => {
      if (child?.isText && boxes === 0) child.texts.push({ start, end, raw })
    },
  })
  const ranges = joinRanges(uncut)
  const reopen = runOpener(source)
  return {
    firstParagraph,
    characterEnd: (offset) => {
      const texts = runAt(runs, offset)?.children.find(({ start, end }) => start <= offset && offset < end)?.texts
      return characterEnd(
        source,
        offset,
        texts?.find(({ start, end }) => start <= offset && offset < end)?.raw ?? false,
      )
    },
    place: (offset, side) => {
      const whole = ranges.find((range) => range.start < offset && offset < range.end)
      if (whole?.block) return undefined
      return placeIn(source, runs, reopen, whole ? whole[side] : offset, side)
    },
  }
}

/** Ranges that overlap are one. */
function joinRanges(ranges: readonly (Range & { block: boolean })[]): (Range & { block: boolean })[] {
  const joined: { start: number; end: number; block: boolean }[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && range.start < last.end) {
      last.end = Math.max(last.end, range.end)
      last.block ||= range.block
    } else joined.push({ ...range })
  }
  return joined
}

/** Writes the beginning of a run that goes on after a cut: its tag and its properties, as they were. */
type RunOpener = (run: Run) => string

function placeIn(
  source: string,
  runs: readonly Run[],
  reopen: RunOpener,
  offset: number,
  side: 'start' | 'end',
): Place | undefined {
  const run = runAt(runs, offset)
  if (!run) return between(offset)
  const whole = run.children.find((child) => child.start < offset && offset < child.end)
  if (!whole) return besideChild(source, run, reopen, offset)
  const cut = whole.isText ? cutText(source, run, reopen, whole, offset) : undefined
  return cut ?? besideChild(source, run, reopen, whole[side])
}

function between(at: number): Place {
  return { at, close: '', reopen: '', edits: [] }
}

/** The run that an offset lies inside of. */
function runAt(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]!
    if (offset <= run.start) high = middle - 1
    else if (offset >= run.end) low = middle + 1
    else return run
  }
  return undefined
}

/** Between two children of a run; at its ends the run stays whole. */
function besideChild(source: string, run: Run, reopen: RunOpener, at: number): Place {
  const first = run.children[0]
  const last = run.children.at(-1)
  if (!first || !last || at <= first.start) return between(run.start)
  if (at >= last.end) return between(run.end)
  return { at, close: `</${nameOf(source, run)}>`, reopen: reopen(run), edits: [] }
}

/** Between two characters of a text. Undefined where it can't be cut and has to stay whole. */
function cutText(source: string, run: Run, reopen: RunOpener, child: Child, offset: number): Place | undefined {
  const first = child.texts[0]
  const last = child.texts.at(-1)
  if (!first || !last) return undefined
  const inkStart = child.preserve ? first.start : firstInk(source, first)
  const inkEnd = child.preserve ? last.end : lastInk(source, last)
  if (offset <= inkStart) return besideChild(source, run, reopen, child.start)
  if (offset >= inkEnd) return besideChild(source, run, reopen, child.end)
  const piece = child.texts.find(({ start, end }) => start <= offset && offset < end)
  const isPlain = child.texts.length === 1 && !first.raw
  if (!piece || (!child.preserve && !isPlain)) return undefined
  const name = nameOf(source, child)
  const opening = `<${name} xml:space="preserve">`
  const [leave, enter] = piece.raw ? [']]>', '<![CDATA['] : ['', '']
  return {
    at: offset,
    close: `${leave}</${name}></${nameOf(source, run)}>`,
    reopen: `${reopen(run)}${opening}${enter}`,
    edits: child.preserve
      ? []
      : [
          { start: child.start, end: child.tagEnd, text: opening },
          { start: first.start, end: inkStart, text: '' },
          { start: inkEnd, end: last.end, text: '' },
        ],
  }
}

function firstInk(source: string, { start, end, raw }: Child['texts'][number]): number {
  return trimPieces(decodePieces(source, start, end, raw))[0]?.source ?? end
}

function lastInk(source: string, { start, end, raw }: Child['texts'][number]): number {
  const last = trimPieces(decodePieces(source, start, end, raw)).at(-1)
  if (!last) return start
  const [character = ''] = [...last.value].slice(-1)
  return characterEnd(source, last.source + last.value.length - character.length, raw)
}

/** A change of formatting that waits to be accepted has a number of its own, which no copy may share. */
function runOpener(source: string): RunOpener {
  let last: number | undefined
  const next = (): number => {
    last ??= Math.max(0, ...Array.from(source.matchAll(/:id="(\d{1,9})"/gu), ([, id]) => Number(id)))
    last += 1
    return last
  }
  return ({ start, tagEnd, properties }) => {
    const own = properties.replace(/(:rPrChange\b[^>]*?:id=")\d+/gu, (_, before: string) => `${before}${next()}`)
    return source.slice(start, tagEnd) + own
  }
}

function nameOf(source: string, { start, tagEnd }: { start: number; tagEnd: number }): string {
  return /^<([^\s/>]+)/u.exec(source.slice(start, tagEnd))?.[1] ?? ''
}

/**
 * The offset after the character that stands at `offset`: after an entity, a line end of two characters, a pair of
 * surrogates, and the accents that belong to a letter.
 */
function characterEnd(source: string, offset: number, raw: boolean): number {
  const at = source[offset]
  if (at === '<' && !raw) return source.indexOf('>', offset) + 1
  if (at === '&' && !raw) return source.indexOf(';', offset) + 1
  if (at === '\r' && source[offset + 1] === '\n') return offset + 2
  let end = offset + String.fromCodePoint(source.codePointAt(offset) ?? 0).length
  for (let mark = /^\p{M}/u.exec(source.slice(end, end + 2)); mark; mark = /^\p{M}/u.exec(source.slice(end, end + 2)))
    end += mark[0].length
  return end
}
