import { measureLetter } from './checks/measure-letter.ts'
import { KlarbrevError } from './errors.ts'
import { readDocument } from './formats/read-document.ts'
import { detectLanguage } from './language/detect.ts'
import { sentenceCutter } from './language/sentences.ts'
import { type LintLetterOptions, lintWithSuppressed } from './lint.ts'
import { say } from './messages.ts'
import { pack } from './pack.ts'
import { readLetter } from './reading/read-letter.ts'
import { forgetLetter, viewLetter } from './reading/view.ts'
import { loadRules } from './rules/load-rules.ts'
import type { Rule } from './rules/rule.ts'
import { type Format, type Language, type Letter, type LetterResult, languages } from './types.ts'

export interface ParseOptions {
  /** Found by the path's extension, else by the content. */
  readonly format?: Format
  /** Found in the text, or given in the front matter as `language`. */
  readonly language?: Language
  /** Unfilled fields and instructions are expected, and stand for what will be written. */
  readonly template?: boolean
  /** A single text block, such as the complaint guidance alone: only rules for what it holds look at it. */
  readonly fragment?: boolean
  /** Stands in the result; nothing is read from it. */
  readonly path?: string
}

export interface LintOptions extends ParseOptions, Omit<LintLetterOptions, 'reading'> {
  /** Default: the built-in rules of the letter's language, as the profile wants them. */
  readonly rules?: readonly Rule[]
  /** The choice of rules and severities; see `loadRules`. Default `recommended`; not for `rules` of your own. */
  readonly profile?: string
  /** Language of what is said about the letter; default the letter's own. */
  readonly locale?: Language
}

/**
 * Parses a letter: Markdown or text as a string or bytes, Word as bytes. Throws a KlarbrevError for input that can't be
 * used (empty, too large, damaged, not a letter format, a report of klarbrev's own).
 */
export async function parseLetter(source: string | Uint8Array, options: ParseOptions = {}): Promise<Letter> {
  const document = await readDocument(source, options)
  if (document.text.trim() === '') throw new KlarbrevError('input-empty')
  const given = options.language ?? languageOf(document.frontMatter.language ?? document.frontMatter.lang)
  const language = given ?? detectLanguage(document.text)
  if (isReport(document.text)) throw new KlarbrevError('input-report')
  const cut = await sentenceCutter(language)
  const letter = {
    ...document,
    path: options.path,
    language,
    sentences: cut(document),
    ...(options.fragment && { fragment: true }),
  }
  if (!options.template) return letter
  const { findPlaceholders } = await import('./placeholders.ts')
  return { ...letter, placeholders: findPlaceholders(letter) }
}

/** Parses, reads and lints a letter. Throws a KlarbrevError for input that can't be used. */
export async function lintText(source: string | Uint8Array, options: LintOptions = {}): Promise<LetterResult> {
  const letter = await parseLetter(source, options)
  const { profile, severities } = options
  const choices = {
    language: letter.language,
    ...(profile !== undefined && { profile }),
    ...(severities && { severities }),
  }
  const rules = options.rules ?? (await loadRules(choices))
  const reading = readLetter(letter, options)
  const { violations, suppressed } = lintWithSuppressed(letter, rules, { ...options, reading })
  const readability = measureLetter(viewLetter(letter, pack[letter.language]), reading)
  forgetLetter()
  const checked = rules.some((rule) => rule.language === letter.language)
  return { path: options.path, letter, reading, violations, suppressed, readability, checked }
}

/** Whether this is a report of klarbrev's own: all that people read end with the same sentence. */
function isReport(text: string): boolean {
  // Reading the words of the other language takes time; only what has the signs of a report is worth it.
  return /→|klarbrev/u.test(text) && languages.some((language) => text.includes(say(language, 'summary.no-clearance')))
}

function languageOf(value: string | undefined): Language | undefined {
  const short = value?.toLowerCase().slice(0, 2)
  return short === 'da' || short === 'en' ? short : undefined
}
