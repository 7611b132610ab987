import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { say } from '../messages.ts'
import { nearest } from '../nearest.ts'
import { reporterNames } from '../report/reporter-names.ts'
import { profileNames } from '../rules/load-rules.ts'
import type { Language } from '../types.ts'
import { areas, kinds, languages, outcomes, severities } from '../types.ts'
import { version } from '../version.ts'
import type { AnnotateCommandOptions } from './annotate.ts'
import type { BaselineOptions } from './baseline.ts'
import type { CheckOptions } from './check-options.ts'
import type { CompareCommandOptions } from './compare.ts'
import type { InitOptions } from './init.ts'
import type { Io } from './io.ts'
import { namesModule } from './names-module.ts'
import { isoDate, oneOf, type RuleSetting, ruleSetting, wholeNumber } from './option-values.ts'
import type { ReadCommandOptions } from './read.ts'
import type { GuidelineOptions, RuleOptions } from './show-rules.ts'
import type { TestRulesOptions } from './test-rules.ts'

const commandNames = [
  'check',
  'read',
  'annotate',
  'compare',
  'baseline',
  'init',
  'test',
  'explain',
  'rules',
  'guidelines',
  'help',
]

/** Runs the command that `argv` names. Returns the exit code; throws CommanderError and KlarbrevError. */
export async function runProgram(argv: readonly string[], io: Io, locale: Language): Promise<number> {
  refuseMistypedCommand(argv[0], io.cwd)
  const exit = { code: 0 }
  await makeProgram(io, locale, exit).parseAsync([...argv], { from: 'user' })
  return exit.code
}

/** `check` is the default command, so a mistyped command would be taken for a file that isn't there. */
function refuseMistypedCommand(name: string | undefined, cwd: string): void {
  if (name === undefined || commandNames.includes(name) || !/^\p{L}+$/u.test(name) || existsSync(resolve(cwd, name)))
    return
  const near = nearest(name, commandNames)
  if (near === undefined) return
  throw new CommanderError(2, 'commander.unknownCommand', `unknown command '${name}' (Did you mean ${near}?)`)
}

// The commands are loaded when they run: help and wrong usage answer at once.
function makeProgram(io: Io, locale: Language, exit: { code: number }): Command {
  const help = (key: string) => say(locale, `help.${key}`)
  const program = new Command('klarbrev')
    .description(help('klarbrev'))
    .usage(help('usage'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(100, io.stdout.columns ?? 80),
      getOutHasColors: () => false,
    })
    .configureHelp({
      styleTitle: (title) => help(`title.${title.replace(':', '').toLowerCase()}`),
      optionDescription: (option) => option.description,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
    .helpOption('-h, --help', help('option.help'))
    .helpCommand(`help ${help('argument.command')}`, help('command.help'))
    .version(version, '-V, --version', help('option.version'))
    .addHelpText('after', `\n${help('examples')}`)

  const command = (name: string, usage: string, options: readonly Option[]) => {
    const made = program
      .command(name, { isDefault: name === 'check' })
      .description(help(`command.${name}`))
      .usage(usage)
    for (const option of options) made.addOption(option)
    return made
  }
  const options = makeOptions(locale)
  const letterOptions = options(
    'kind',
    'outcome',
    'area',
    'date',
    'language',
    'template',
    'fragment',
    'stdin-filename',
    'locale',
    'no-color',
  )

  command('check', help('argument.paths'), [
    ...options(
      'report-format',
      'output',
      'fail-on',
      'max-warnings',
      'profile',
      'config',
      'no-config',
      'print-config',
      'baseline',
      'strict-baseline',
      'cache',
      'concurrency',
      'rule',
      'quiet',
      'all',
      'excerpts',
      'fix',
      'fix-dry-run',
      'stats',
    ),
    ...letterOptions,
  ])
    .argument('[paths...]')
    .addHelpText('after', `\n${help('examples-check')}`)
    .action(async (paths: string[], values: CheckOptions) => {
      const { check } = await import('./check.ts')
      exit.code = await check(paths, values, io)
    })
  command('read', help('argument.letter'), [...options('format'), ...letterOptions])
    .argument('<letter>')
    .addHelpText('after', `\n${help('examples-read')}`)
    .action(async (path: string, values: ReadCommandOptions) => {
      const { read } = await import('./read.ts')
      await read(path, values, io)
    })
  command('annotate', help('argument.letter'), [
    ...options(
      'copy',
      'remove',
      'profile',
      'config',
      'no-config',
      'rule',
      'quiet',
      'kind',
      'outcome',
      'area',
      'date',
      'language',
    ),
    ...options('template', 'fragment', 'locale'),
  ])
    .argument('<letter>')
    .addHelpText('after', `\n${help('examples-annotate')}`)
    .action(async (path: string, values: AnnotateCommandOptions) => {
      const { annotate } = await import('./annotate.ts')
      await annotate(path, values, io)
    })
  command('compare', help('argument.two-letters'), [
    ...options(
      'format',
      'excerpts',
      'kind',
      'outcome',
      'area',
      'language',
      'template',
      'fragment',
      'locale',
      'no-color',
    ),
  ])
    .argument('<before>')
    .argument('<after>')
    .addHelpText('after', `\n${help('examples-compare')}`)
    .action(async (before: string, after: string, values: CompareCommandOptions) => {
      const { compare } = await import('./compare.ts')
      exit.code = await compare(before, after, values, io)
    })
  command('baseline', help('argument.paths'), [
    ...options('reason', 'owner', 'expires', 'baseline', 'profile', 'config', 'no-config', 'rule'),
    ...options('template', 'fragment', 'kind', 'outcome', 'area', 'date', 'language', 'locale'),
  ])
    .argument('[paths...]')
    .addHelpText('after', `\n${help('examples-baseline')}`)
    .action(async (paths: string[], values: BaselineOptions) => {
      const { makeBaseline } = await import('./baseline.ts')
      exit.code = await makeBaseline(paths, values, io)
    })
  command('init', help('argument.rules'), options('profile', 'authority', 'force', 'locale')).action(
    async (values: InitOptions) => {
      const { init } = await import('./init.ts')
      await init(values, io)
    },
  )
  command('test', help('argument.rule-files'), options('locale'))
    .argument('<paths...>')
    .addHelpText('after', `\n${help('examples-test')}`)
    .action(async (paths: string[], values: TestRulesOptions) => {
      const { testRules } = await import('./test-rules.ts')
      exit.code = await testRules(paths, values, io)
    })
  command('explain', help('argument.rule'), options('locale', 'no-color'))
    .argument('<rule>')
    .addHelpText('after', `\n${help('examples-explain')}`)
    .action(async (id: string, values: RuleOptions) => {
      const { explainRule } = await import('./show-rules.ts')
      await explainRule(id, values, io)
    })
  command('rules', help('argument.rules'), options('locale', 'no-color')).action(async (values: RuleOptions) => {
    const { listRules } = await import('./show-rules.ts')
    await listRules(values, io)
  })
  command('guidelines', help('argument.guidelines'), options('format', 'locale', 'no-color'))
    .argument('[name]')
    .addHelpText('after', `\n${help('examples-guidelines')}`)
    .action(async (name: string | undefined, values: GuidelineOptions) => {
      const { showGuidelines } = await import('./show-rules.ts')
      await showGuidelines(name, values, io)
    })
  return program
}

/** Every option there is; each command takes those it needs by name. */
function makeOptions(locale: Language) {
  const argument = (name: string) => say(locale, `help.argument.${name}`)
  const choice = (name: string, choices: readonly string[]) => (value: string) => oneOf(`--${name}`, value, choices)
  const makers: Record<string, (description: string) => Option> = {
    format: (text) =>
      new Option('--format <format>', text).default('pretty').argParser(choice('format', ['pretty', 'json'])),
    'report-format': (text) =>
      new Option('--format <format>', text)
        .default('pretty')
        .argParser((value) => (namesModule(value) ? value : oneOf('--format', value, reporterNames))),
    output: (text) => new Option(`--output ${argument('file')}`, text),
    copy: (text) => new Option(`-o, --output ${argument('file')}`, text),
    remove: (text) => new Option('--remove', text),
    'fail-on': (text) =>
      new Option('--fail-on <severity>', text).argParser(choice('fail-on', [...severities, 'never'])),
    'max-warnings': (text) =>
      new Option(`--max-warnings ${argument('count')}`, text).argParser((value) =>
        wholeNumber('--max-warnings', value, locale),
      ),
    profile: (text) => new Option('--profile <profile>', text),
    config: (text) => new Option(`--config ${argument('file')}`, text),
    'no-config': (text) => new Option('--no-config', text),
    'print-config': (text) => new Option('--print-config', text),
    baseline: (text) => new Option(`--baseline ${argument('file')}`, text),
    'strict-baseline': (text) => new Option('--strict-baseline', text),
    reason: (text) => new Option(`--reason ${argument('text')}`, text).makeOptionMandatory(),
    owner: (text) => new Option(`--owner ${argument('name')}`, text),
    expires: (text) =>
      new Option(`--expires ${argument('date')}`, text).argParser((value) => isoDate('--expires', value, locale)),
    cache: (text) => new Option('--cache', text),
    concurrency: (text) =>
      new Option(`--concurrency ${argument('count')}`, text).argParser((value) =>
        value === 'auto' ? value : wholeNumber('--concurrency', value, locale, 1),
      ),
    force: (text) => new Option('--force', text),
    authority: (text) => new Option(`--authority ${argument('name')}`, text),
    rule: (text) =>
      new Option('--rule <id=severity>', text).argParser((value, before: RuleSetting[] | undefined) => [
        ...(before ?? []),
        ruleSetting('--rule', value, locale),
      ]),
    quiet: (text) => new Option('--quiet', text),
    all: (text) => new Option('--all', text),
    fix: (text) => new Option('--fix', text),
    'fix-dry-run': (text) => new Option('--fix-dry-run', text),
    stats: (text) => new Option('--stats', text),
    excerpts: (text) =>
      new Option('--excerpts <excerpts>', text).argParser(choice('excerpts', ['none', 'masked', 'full'])),
    kind: (text) => new Option('--kind <kind>', text).argParser(choice('kind', kinds)),
    outcome: (text) => new Option('--outcome <outcome>', text).argParser(choice('outcome', outcomes)),
    area: (text) => new Option('--area <area>', text).argParser(choice('area', areas)),
    date: (text) => new Option('--date <date>', text).argParser((value) => isoDate('--date', value, locale)),
    language: (text) => new Option('--language <language>', text).argParser(choice('language', languages)),
    template: (text) => new Option('--template', text),
    fragment: (text) => new Option('--fragment', text),
    locale: (text) => new Option('--locale <language>', text).argParser(choice('locale', languages)),
    'stdin-filename': (text) => new Option(`--stdin-filename ${argument('file')}`, text),
    'no-color': (text) => new Option('--no-color', text),
  }
  const choices = {
    kinds: kinds.join(', '),
    outcomes: outcomes.join(', '),
    areas: areas.join(', '),
    formats: reporterNames.join(', '),
    profiles: profileNames.join(', '),
  }
  return (...names: readonly string[]): Option[] =>
    names.flatMap((name) => makers[name]?.(say(locale, `help.option.${name}`, choices)) ?? [])
}
