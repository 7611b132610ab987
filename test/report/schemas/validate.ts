import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type Schema } from 'ajv'
import formats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'
import { githubSarif } from './github-sarif.ts'
import { gitlabSchema } from './gitlab.ts'

/** What a report has against its schema: nothing, where it holds. */
type Validate = (report: string) => readonly string[]

/** SARIF 2.1.0 as its authors publish it, and what GitHub asks for besides. */
export const sarifFaults: Validate = both(validator(sarifSchema()), validator(githubSarif))
export const gitlabFaults: Validate = both(validator(gitlabSchema), doubleFingerprints)

/** What xmllint has against reports in XML, each whole. */
export async function xmlFaults(reporter: 'junit' | 'checkstyle', reports: readonly string[]) {
  const { errors } = await validateXML({
    xml: reports.map((contents, index) => ({ fileName: `${reporter}-${index}.xml`, contents })),
    schema: readFileSync(new URL(`./${reporter}.xsd`, import.meta.url), 'utf8'),
  })
  return errors.map(({ rawMessage }) => rawMessage)
}

/** The schema of the draft JSON Schema that ajv no longer reads but for the name of `$id`. */
function sarifSchema(): Schema {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const { id, $schema, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  return schema
}

function validator(schema: Schema): Validate {
  // One pattern in the published schema is none where `u` is set.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
  formats.default(ajv)
  const validate = ajv.compile(schema)
  return (report) => {
    validate(JSON.parse(report))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

/** Of remarks with one fingerprint GitLab shows the first. */
function doubleFingerprints(report: string): readonly string[] {
  const prints = (JSON.parse(report) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)
  return prints.filter((print, index) => prints.indexOf(print) < index).map((print) => `${print} stands twice`)
}

function both(...validates: readonly Validate[]): Validate {
  return (report) => validates.flatMap((validate) => validate(report))
}
