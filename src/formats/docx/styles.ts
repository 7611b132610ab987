import { readXml, type XmlTag } from './xml.ts'

/** What a style or a run says of its letters; undefined where it says nothing. */
export interface RunFormat {
  bold?: boolean
  underline?: boolean
  caps?: boolean
  hidden?: boolean
  italic?: boolean
  /** Six hexadecimal digits, or `auto`. */
  colour?: string
  highlight?: boolean
  /** Id of the character style. */
  style?: string
}

interface ParagraphStyle {
  /** Level 1-6 of a heading, otherwise 0. */
  readonly heading: number
  /** Nesting depth from 1 of a list item, otherwise 0. */
  readonly item: number
  /** The words of somebody else. */
  readonly quoted: boolean
  /** Advice to whoever writes the letter. */
  readonly guidance: boolean
  readonly run: RunFormat
}

interface CharacterStyle {
  /** Marks text that waits to be filled in. */
  readonly placeholder: boolean
  readonly guidance: boolean
  readonly link: boolean
  readonly run: RunFormat
}

/** The styles of a file by id. Unknown ids say nothing, as in Word. */
export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle
  character(id: string | undefined): CharacterStyle
}

interface StyleDefinition {
  type: string
  name: string
  basedOn: string | undefined
  outline: number | undefined
  listed: boolean | undefined
  level: number | undefined
  run: RunFormat
}

/** Word allows fewer; a longer chain is a trick. */
const longestChain = 20

/** What styles for the words of somebody else are called: in Word, in Danish, in LibreOffice. */
const quoteNames = new Set(['quote', 'intense quote', 'citat', 'stærkt citat', 'quotations'])

/** What templates call the style of what the writer is to read and take out. */
const guidanceName =
  /^(?:vejl(?:edning)?s?(?:tekst)?|instruks(?:er|tion|er)?|hjælpetekst|skrivevejledning|guidance|instructions?)(?: (?:tegn|char|text|tekst))?$/u

/**
 * Reads `styles.xml`. Built-in styles are known by their name, which is English in every language of Word; only the id
 * is translated (`Overskrift1` is `heading 1`). Other programs may write the name with capitals, or in Danish.
 * @throws KlarbrevError docx-xml, docx-doctype, docx-suspicious
 */
export function readStyles(source: string | undefined, part: string): Styles {
  const definitions = new Map<string, StyleDefinition>()
  let defaultId: string | undefined
  let current: StyleDefinition | undefined
  const open = (element: string, tag: XmlTag) => {
    if (element === 'w:style') {
      const id = tag.attribute('w:styleId') ?? ''
      const type = tag.attribute('w:type') ?? 'paragraph'
      current = { type, name: '', basedOn: undefined, outline: undefined, listed: undefined, level: undefined, run: {} }
      if (type === 'paragraph' || type === 'character') definitions.set(id, current)
      if (type === 'paragraph' && isOn(tag.attribute('w:default') ?? '0')) defaultId = id
    } else if (current) {
      readStyleProperty(current, element, tag)
    }
  }
  if (source !== undefined) readXml(source, part, { open })

  const chain = (id: string | undefined): StyleDefinition[] => {
    const styles: StyleDefinition[] = []
    for (let next = id; next !== undefined && styles.length < longestChain; ) {
      const style = definitions.get(next)
      if (!style || styles.includes(style)) break
      styles.push(style)
      next = style.basedOn
    }
    return styles
  }
  const paragraph = memoize((id: string): ParagraphStyle => {
    const styles = chain(id)
    const quoted = styles.some(({ name }) => quoteNames.has(name))
    const guidance = styles.some(({ name }) => guidanceName.test(name))
    return { guidance, heading: headingLevel(styles), item: itemDepth(styles), quoted, run: inheritedRun(styles) }
  })
  const character = memoize((id: string): CharacterStyle => {
    const styles = chain(id)
    const isNamed = (...names: string[]) => styles.some(({ name }) => names.includes(name))
    const placeholder = isNamed('placeholder text', 'pladsholdertekst')
    const guidance = styles.some(({ name }) => guidanceName.test(name))
    return { placeholder, guidance, link: isNamed('hyperlink', 'followedhyperlink'), run: inheritedRun(styles) }
  })
  return {
    paragraph: (id) => paragraph(id ?? defaultId ?? ''),
    character: (id) => (id === undefined ? noCharacterStyle : character(id)),
  }
}

const noCharacterStyle: CharacterStyle = { placeholder: false, guidance: false, link: false, run: {} }

function memoize<T>(compute: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>()
  return (id) => {
    const value = known.get(id) ?? compute(id)
    known.set(id, value)
    return value
  }
}

function readStyleProperty(style: StyleDefinition, element: string, tag: XmlTag): void {
  const value = tag.attribute('w:val')
  if (element === 'w:name') style.name = (value ?? '').split(',', 1).join('').trim().toLowerCase()
  else if (element === 'w:basedOn') style.basedOn = value
  else if (element === 'w:outlineLvl') style.outline = Number(value)
  else if (element === 'w:numId') style.listed = value !== '0'
  else if (element === 'w:ilvl') style.level = Number(value)
  else readRunProperty(style.run, element, tag)
}

/** Takes one property of a `w:rPr` into `format`; other elements are passed over. */
export function readRunProperty(format: RunFormat, element: string, tag: XmlTag): void {
  const value = tag.attribute('w:val')
  if (element === 'w:b') format.bold = isOn(value)
  else if (element === 'w:caps') format.caps = isOn(value)
  else if (element === 'w:vanish') format.hidden = isOn(value)
  else if (element === 'w:i') format.italic = isOn(value)
  else if (element === 'w:color' && value !== undefined) format.colour = value
  else if (element === 'w:u') format.underline = value !== undefined && value !== 'none'
  else if (element === 'w:highlight') format.highlight = value !== 'none'
  else if (element === 'w:rStyle' && value !== undefined) format.style = value
}

/** A switch without a value is on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/u.test(value)
}

function inheritedRun(styles: readonly StyleDefinition[]): RunFormat {
  return Object.assign({}, ...styles.map(({ run }) => run).reverse())
}

function headingLevel(styles: readonly StyleDefinition[]): number {
  for (const { name, outline } of styles) {
    if (outline !== undefined) return levelOfOutline(outline)
    const level = /^(?:heading|overskrift) ?([1-9])$/u.exec(name)?.[1]
    if (level) return Math.min(Number(level), 6)
    if (name === 'title' || name === 'titel') return 1
    if (name === 'subtitle' || name === 'undertitel') return 2
  }
  return 0
}

/** Word counts outline levels from 0; 9 is body text. */
export function levelOfOutline(outline: number): number {
  return outline >= 0 && outline < 9 ? Math.min(Math.trunc(outline) + 1, 6) : 0
}

function itemDepth(styles: readonly StyleDefinition[]): number {
  for (const { name, listed, level } of styles) {
    const named = /^(?:list (?:bullet|number)|opstilling - (?:punkttegn|talopstilling))(?: ([2-5]))?$/u.exec(name)
    if (listed === false) return 0
    if (named) return Number(named[1] ?? 1)
    if (listed) return depthOfLevel(level)
  }
  return 0
}

/** Word counts list levels from 0 to 8. */
export function depthOfLevel(level: number | undefined): number {
  return level !== undefined && level >= 0 && level <= 8 ? Math.trunc(level) + 1 : 1
}
