import type { Excerpts } from './mask.ts'
import type { Reporter } from './reporter.ts'

/** Every reporter: how it is loaded, and whether its report goes to a build server, where many can read it. */
const reporters = {
  pretty: { load: async (): Promise<Reporter> => (await import('./pretty.ts')).pretty, public: false },
  json: { load: async (): Promise<Reporter> => (await import('./json.ts')).json, public: false },
  jsonl: { load: async (): Promise<Reporter> => (await import('./jsonl.ts')).jsonl, public: false },
  line: { load: async (): Promise<Reporter> => (await import('./line.ts')).line, public: false },
  github: { load: async (): Promise<Reporter> => (await import('./github.ts')).github, public: true },
  gitlab: { load: async (): Promise<Reporter> => (await import('./gitlab.ts')).makeGitlab(), public: true },
  sarif: { load: async (): Promise<Reporter> => (await import('./sarif.ts')).makeSarif(), public: true },
  junit: { load: async (): Promise<Reporter> => (await import('./junit.ts')).junit, public: true },
  checkstyle: { load: async (): Promise<Reporter> => (await import('./checkstyle.ts')).checkstyle, public: true },
  csv: { load: async (): Promise<Reporter> => (await import('./csv.ts')).csv, public: false },
  markdown: { load: async (): Promise<Reporter> => (await import('./markdown.ts')).markdown, public: true },
  html: { load: async (): Promise<Reporter> => (await import('./html.ts')).makeHtml(), public: false },
}

export type ReporterName = keyof typeof reporters

export const reporterNames = Object.keys(reporters) as readonly ReporterName[]

/** Loads one reporter and no other. */
export function loadReporter(name: ReporterName): Promise<Reporter> {
  return reporters[name].load()
}

/** How much of a letter's text a report quotes unless it is told: what goes to a build server holds first letters only. */
export function defaultExcerpts(name: ReporterName): Excerpts {
  return reporters[name]?.public === false ? 'full' : 'masked'
}
