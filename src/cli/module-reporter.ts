import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { KlarbrevError } from '../errors.ts'
import type { Reporter, ReportOptions } from '../report/reporter.ts'
import { placeOf, shownPath, shownViolations } from '../report/shown.ts'
import { allRules } from '../rules/load-rules.ts'
import type { LetterResult } from '../types.ts'
import { version } from '../version.ts'

/** What an ESLint formatter gets of one file: https://eslint.org/docs/latest/extend/custom-formatters */
interface EslintResult {
  readonly filePath: string
  readonly messages: readonly unknown[]
  readonly suppressedMessages: readonly unknown[]
  readonly errorCount: number
  readonly warningCount: number
  readonly fatalErrorCount: number
  readonly fixableErrorCount: 0
  readonly fixableWarningCount: 0
  readonly usedDeprecatedRules: readonly []
}

type Format = (results: readonly EslintResult[], context: object) => string | Promise<string>

/**
 * A reporter made of an ESLint formatter: a package or a file, looked up from the working folder. It is code, so only the
 * command line can name it, never a settings file. Throws `unknown-value` when it can't be loaded.
 */
export async function loadModuleReporter(name: string, cwd: string) {
  const format = await loadFormatter(name, cwd)
  const results: EslintResult[] = []
  const reporter: Reporter = {
    begin: () => '',
    letter: (result, _, options) => {
      results.push(eslintResult(result, cwd, options))
      return ''
    },
    end: () => '',
  }
  /** The whole report; formatters want all results at once. */
  const finish = async (): Promise<string> => {
    const rules = allRules()
    const meta = rules.map(({ id, title }) => [id, { type: 'problem', docs: { description: title } }] as const)
    const text = await format(results, { cwd, rulesMeta: Object.fromEntries(meta), version })
    return text === '' || text.endsWith('\n') ? text : `${text}\n`
  }
  return { reporter, finish }
}

async function loadFormatter(name: string, cwd: string): Promise<Format> {
  const refuse = (text: string, cause?: unknown) =>
    new KlarbrevError('unknown-value', { option: '--format', value: name }, [{ text, key: 'no-formatter' }], { cause })
  let loaded: unknown
  try {
    const isFile = name.startsWith('.') || name.startsWith('/')
    const file = isFile ? resolve(cwd, name) : createRequire(join(cwd, 'noop.js')).resolve(name)
    loaded = await import(pathToFileURL(file).href)
  } catch (error) {
    throw refuse('the formatter could not be loaded', error)
  }
  for (let found = loaded, depth = 0; depth < 3; depth += 1) {
    if (typeof found === 'function') return found as Format
    if (typeof found !== 'object' || found === null) break
    const { default: inner, format } = found as { default?: unknown; format?: unknown }
    if (typeof format === 'function') return format.bind(found) as Format
    found = inner
  }
  throw refuse('the module exports no formatter')
}

function eslintResult(result: LetterResult, cwd: string, options: ReportOptions): EslintResult {
  const violations = shownViolations(result, options)
  const errors = violations.filter(({ severity }) => severity === 'error').length
  const message = (violation: (typeof violations)[number]) => {
    const { ruleId, severity, message: what, advice } = violation
    return {
      ruleId,
      severity: severity === 'error' ? 2 : 1,
      message: `${what} ${advice}`,
      ...placeOf(result, violation),
    }
  }
  return {
    filePath: resolve(cwd, shownPath(result, options)),
    messages: violations.map(message),
    suppressedMessages: result.suppressed.map((one) => ({
      ...message(one),
      suppressions: [{ kind: 'directive', justification: one.justification }],
    })),
    errorCount: errors,
    warningCount: violations.length - errors,
    fatalErrorCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  }
}
