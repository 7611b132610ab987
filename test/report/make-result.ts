import type {
  Block,
  ElementName,
  Format,
  Language,
  Letter,
  LetterReadability,
  LetterResult,
  ParseNote,
  Reading,
  Violation,
} from '../../src/types.ts'

/** A violation by the words it marks; the rest may be left out. */
export interface MadeViolation extends Partial<Omit<Violation, 'span'>> {
  readonly ruleId: string
  readonly words?: string
}

export interface MadeResult {
  readonly text: string
  readonly path?: string | undefined
  readonly format?: Format
  readonly language?: Language
  readonly notes?: readonly ParseNote[]
  readonly reading?: Partial<Omit<Reading, 'elements'>>
  readonly elements?: Partial<Record<ElementName, readonly string[]>>
  readonly violations?: readonly MadeViolation[]
  readonly checked?: boolean
  readonly readability?: Partial<LetterReadability>
}

/** A result as the engine would make it, for letters whose text is their source. */
export function makeResult(made: MadeResult): LetterResult {
  const letter = makeLetter(made)
  return {
    path: letter.path,
    letter,
    reading: makeReading(letter, made),
    readability: {
      words: 120,
      sentences: 10,
      longWords: 24,
      lix: 32,
      averageSentence: 12,
      band: 'easy',
      ...made.readability,
    },
    checked: made.checked ?? true,
    suppressed: [],
    violations: (made.violations ?? []).map((violation) => makeViolation(letter, violation)),
  }
}

export function makeLetter({ text, path, format = 'markdown', language = 'da', notes = [] }: MadeResult): Letter {
  const blocks: Block[] = [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/gu)].map(({ 0: words, index }) => {
    const span = { start: index, end: index + words.length }
    return { ...span, kind: 'paragraph', depth: 0, quoted: false, story: 'body', lines: [span] }
  })
  const segments = [{ start: 0, end: text.length, source: 0 }]
  const source = format === 'docx' ? undefined : text
  return { format, text, source, blocks, segments, marks: [], notes, frontMatter: {}, path, language, sentences: [] }
}

export function makeReading(letter: Letter, { reading, elements = {} }: MadeResult): Reading {
  const evidence = (words: string) => ({ ...spanOf(letter, words), text: words })
  return {
    kind: 'decision',
    outcome: 'refusal',
    outcomeFound: true,
    remedies: [],
    area: 'social',
    jurisdiction: 'dk',
    date: '2026-03-03',
    sections: [],
    ...reading,
    elements: Object.fromEntries(Object.entries(elements).map(([name, words]) => [name, words.map(evidence)])),
  }
}

function makeViolation(letter: Letter, { words = '', ...given }: MadeViolation): Violation {
  const span = spanOf(letter, words)
  const before = letter.text.slice(0, span.start)
  const line = before.split('\n').length
  const column = span.start - before.lastIndexOf('\n')
  return {
    severity: 'error',
    message: `Meldingen fra ${given.ruleId}`,
    advice: `Rådet fra ${given.ruleId}.`,
    sources: ['forvaltningsloven § 25, stk. 1'],
    line,
    column,
    endLine: line,
    endColumn: column + words.length,
    offset: span.start,
    endOffset: span.end,
    span,
    location: { paragraph: letter.blocks.findLastIndex((block) => block.start <= span.start) + 1 },
    excerpt: letter.text.slice(span.start, span.end),
    suggestions: [],
    fingerprint: 'f1',
    ...given,
  }
}

function spanOf(letter: Letter, words: string) {
  const start = letter.text.indexOf(words)
  if (start === -1) throw new Error(`"${words}" does not stand in the letter`)
  return { start, end: start + words.length }
}
