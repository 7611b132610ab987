import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { annotateDocx } from '../annotate/annotate-docx.ts'
import { removeAnnotations } from '../annotate/remove-annotations.ts'
import { KlarbrevError } from '../errors.ts'
import { readInput } from '../lint-files.ts'
import { lintText } from '../lint-text.ts'
import { say } from '../messages.ts'
import { showPath } from '../report/show.ts'
import type { Language } from '../types.ts'
import type { Io } from './io.ts'
import { type LetterOptions, makeLintOptions } from './lint-options.ts'
import { loadConfig } from './load-config.ts'
import { naming } from './naming.ts'
import { keepInputs, openReportFile } from './report-file.ts'

/** The options of `klarbrev annotate`. */
export interface AnnotateCommandOptions extends LetterOptions {
  readonly config?: string | false
  readonly output?: string
  readonly remove?: boolean
  readonly quiet?: boolean
  readonly locale?: Language
}

/**
 * Writes a copy of a Word file with a comment at each violation, or without klarbrev's comments. The letter itself is
 * never written to, and no other file unless `--output` names it. Throws a KlarbrevError when it can't be done.
 */
export async function annotate(path: string, options: AnnotateCommandOptions, io: Io): Promise<void> {
  const { remove = false, quiet = false, locale } = options
  const output = options.output ?? copyName(path, remove)
  keepInputs(output, [path], io.cwd, locale ?? 'da')
  if (options.output === undefined && existsSync(resolve(io.cwd, output))) {
    const text = say(locale ?? 'da', 'usage.output-exists')
    throw new KlarbrevError('unknown-value', { option: '--output', value: output }, [{ text }])
  }
  const bytes = readInput(path, io.cwd)
  if (/\.(?:md|markdown|mdown|txt|text)$/iu.test(path)) throw new KlarbrevError('annotate-not-word', { path })
  const clean = await naming(path, removeAnnotations(bytes))
  const config = await loadConfig([path], options, io)
  const settings = await config?.optionsFor(path)
  const lintOptions = {
    ...(settings === 'ignored' ? {} : settings),
    ...makeLintOptions(options, config !== undefined),
    ...({ format: 'docx', path } as const),
  }
  const result = await naming(path, lintText(clean, lintOptions))
  const language = locale ?? result.letter.language
  const shown = result.violations.filter(({ severity }) => !quiet || severity === 'error')
  const copy = remove ? clean : await naming(path, annotateDocx(clean, shown, { locale: language }))
  const file = openReportFile(output, io, language)
  try {
    file.write(copy)
    file.finish()
  } finally {
    file.discard()
  }
  if (result.letter.notes.some(({ code }) => code === 'signed')) {
    io.stderr.write(`${showPath(path)}: ${say(language, 'annotate.signed')}\n`)
  }
  const done = { count: shown.length, path: showPath(output) }
  io.stdout.write(`${say(language, remove ? 'annotate.removed' : 'annotate.written', done)}\n`)
}

/** `brev.docx` becomes `brev.klarbrev.docx`; without the comments `brev.clean.docx`. */
function copyName(path: string, remove: boolean): string {
  const [, stem = path, extension = ''] = /^(.*?)(\.[^./\\]*)?$/su.exec(path) ?? []
  const own = stem.replace(/\.(?:klarbrev|clean)$/u, '')
  return `${own}.${remove ? 'clean' : 'klarbrev'}${extension}`
}
