import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Baseline } from '../config/baseline.ts'
import type { CheckedSettings } from '../config/read-settings.ts'
import { KlarbrevError } from '../errors.ts'
import { say } from '../messages.ts'
import { addToTally, emptyTally, type ReportOptions, type Tally } from '../report/reporter.ts'
import { defaultExcerpts, loadReporter, type ReporterName } from '../report/reporter-names.ts'
import { showPath } from '../report/show.ts'
import { allRules } from '../rules/load-rules.ts'
import type { LetterFailure, Severity } from '../types.ts'
import type { CheckOptions } from './check-options.ts'
import { loadPaint } from './colours.ts'
import type { Io } from './io.ts'
import { type CheckRun, lintInputs } from './lint-inputs.ts'
import { makeLintOptions } from './lint-options.ts'
import { loadConfig, printConfig } from './load-config.ts'
import { namesModule } from './names-module.ts'
import { showProgress } from './progress.ts'
import { openReportFile, standardOutput } from './report-file.ts'

const weights: Record<Severity, number> = { suggestion: 0, warning: 1, error: 2 }

/** Lints letters and writes a report. Returns the exit code. */
export async function check(paths: readonly string[], given: CheckOptions, io: Io): Promise<number> {
  if (paths.length === 0) throw new KlarbrevError('no-input')
  const config = await loadConfig(paths, given, io)
  const options = withSettings(given, config?.settingsIn(io.cwd))
  if (options.printConfig) return printConfig(paths, config, io)
  const locale = options.locale ?? 'da'
  const times = options.stats ? (await import('./rule-times.ts')).measureRules() : undefined
  const letterOptions = makeLintOptions(options, config !== undefined)
  const fixed =
    options.fix || options.fixDryRun
      ? await (await import('./fix-letters.ts')).fixLetters({ paths, lintOptions: letterOptions, config, options, io })
      : undefined
  if (options.fixDryRun) return fixed && fixed.failed > 0 ? 2 : 0
  const lintOptions = { ...letterOptions, ...(times && { onRule: times.onRule }) }
  const reportOptions = await makeReportOptions(options, io)
  const progress = showProgress(io, locale)
  const clean = options.cache ? (await import('./clean-letters.ts')).openCleanLetters(io.cwd) : undefined
  const baseline = await loadBaseline(options, io)
  const run = { paths, lintOptions, config, options, io, progress, clean }
  const { tally, failures } = await writeReport(run, reportOptions, baseline)
  clean?.save()
  if (clean && clean.count() > 0) io.stderr.write(`${say(locale, 'report.unchanged', { count: clean.count() })}\n`)
  const left = baseline?.leftOver()
  for (const [name, entries] of Object.entries(left ?? {})) {
    if (entries.length > 0) io.stderr.write(`${say(locale, `baseline.${name}`, { count: entries.length })}\n`)
  }
  if (options.maxWarnings !== undefined && tally.warning > options.maxWarnings) {
    const values = { count: tally.warning, max: options.maxWarnings }
    io.stderr.write(`${say(locale, 'report.too-many-warnings', values)}\n`)
  }
  if (times) io.stderr.write(times.describe(tally.letters, locale))
  const isStale = options.strictBaseline && left !== undefined && left.unused.length > 0
  return exitCode(tally, failures.length + (fixed?.failed ?? 0), options) || (isStale ? 1 : 0)
}

/** The baseline that options or settings name. Throws `config-invalid` when it isn't there: a name may be mistyped. */
async function loadBaseline({ baseline }: CheckOptions, io: Io): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined
  const file = resolve(io.cwd, baseline)
  if (!existsSync(file)) {
    const problem = { text: `${baseline} is not there`, key: 'path-missing', values: { name: baseline } }
    throw new KlarbrevError('config-invalid', {}, [problem])
  }
  const { openBaseline } = await import('../config/baseline.ts')
  return openBaseline(file, io.cwd, io.today)
}

async function writeReport(run: CheckRun, reportOptions: ReportOptions, baseline: Baseline | undefined) {
  const { options, io, progress } = run
  const locale = options.locale ?? 'da'
  const foreign = namesModule(options.format)
    ? await (await import('./module-reporter.ts')).loadModuleReporter(options.format, io.cwd)
    : undefined
  const reporter = foreign?.reporter ?? (await loadReporter(options.format as ReporterName))
  const report = options.output === undefined ? standardOutput(io) : openReportFile(options.output, io, locale)
  const clearAway = () => {
    progress.clear()
    report.discard()
  }
  io.signal?.addEventListener('abort', clearAway)
  const failures: LetterFailure[] = []
  let tally = emptyTally
  let current: string | undefined
  const watch = {
    onLetter: (path: string) => {
      current = path
      progress.step()
    },
    // Of letters that are read at the same time, the one that it happened to.
    onCrash: (path: string) => {
      current = path
    },
  }
  try {
    const write = (text: string) => {
      if (text === '') return
      progress.clear()
      report.write(text)
    }
    write(reporter.begin(reportOptions))
    for await (const found of lintInputs(run, failures, watch)) {
      run.clean?.add(found)
      const result = baseline ? baseline.accept(found) : found
      write(reporter.letter(result, tally.letters, reportOptions))
      tally = addToTally(tally, result)
    }
    write(reporter.end(tally, failures, { ...reportOptions, ...(baseline && { trend: baseline.trend() }) }))
    if (foreign) write(await foreign.finish())
    progress.clear()
    report.finish()
  } catch (error) {
    progress.clear()
    if (current !== undefined && !(error instanceof KlarbrevError)) {
      io.stderr.write(`${say(locale, 'crash.letter', { path: showPath(current) })}\n`)
    }
    throw error
  } finally {
    clearAway()
    io.signal?.removeEventListener('abort', clearAway)
  }
  return { tally, failures }
}

/** What the command line leaves open is what the settings say. */
function withSettings(options: CheckOptions, settings: CheckedSettings | undefined): CheckOptions {
  const { locale, failOn, maxWarnings, excerpts, baseline } = settings ?? {}
  return {
    ...(locale && { locale }),
    ...(failOn && { failOn }),
    ...(maxWarnings !== undefined && { maxWarnings }),
    ...(excerpts && { excerpts }),
    ...(baseline !== undefined && { baseline }),
    ...options,
  }
}

async function makeReportOptions(options: CheckOptions, io: Io): Promise<ReportOptions> {
  const { format, output, locale, all = false, quiet = false, excerpts, color } = options
  const colours = color && format === 'pretty' && output === undefined
  return {
    paint: await loadPaint(colours, io),
    all,
    quiet,
    cwd: io.cwd,
    ...(locale && { locale }),
    excerpts: excerpts ?? (io.env.CI && !io.stdout.isTTY ? 'masked' : defaultExcerpts(format as ReporterName)),
    ...((format === 'sarif' || format === 'html') && { rules: allRules() }),
    ...(output === undefined && io.stdout.columns ? { width: io.stdout.columns } : {}),
  }
}

/** 2: something could not be read. 1: a violation at or above `--fail-on`, or too many warnings. Otherwise 0. */
function exitCode(tally: Tally, failed: number, { failOn = 'error', maxWarnings }: CheckOptions): number {
  if (failed > 0) return 2
  if (maxWarnings !== undefined && tally.warning > maxWarnings) return 1
  if (failOn === 'never') return 0
  const severities = Object.keys(weights) as Severity[]
  return severities.some((severity) => weights[severity] >= weights[failOn] && tally[severity] > 0) ? 1 : 0
}
