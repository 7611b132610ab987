import { describeErrors, describeLetter, describeSummary, describeTool, schemaVersion } from './json.ts'
import type { Reporter } from './reporter.ts'
import { hardenJson } from './show.ts'

/** The JSON report, a line for each letter, so that a program can follow a long run. */
export const jsonl: Reporter = {
  begin: (options) => line({ type: 'run', schemaVersion, tool: describeTool(options) }),
  letter: (result, _, options) => line({ type: 'letter', ...describeLetter(result, options) }),
  end: (tally, failures, options) =>
    [
      ...describeErrors(failures).map((error) => line({ type: 'error', ...error })),
      line({ type: 'summary', ...describeSummary(tally, failures, options) }),
    ].join(''),
}

function line(value: unknown): string {
  return `${hardenJson(JSON.stringify(value))}\n`
}
