import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { checkedPhrases } from '../checks/option-schemas.ts'
import { KlarbrevError, type Problem } from '../errors.ts'
import { indexPhrases, phraseParts } from '../language/phrase-index.ts'
import { patternNeeds } from './pattern-needs.ts'
import { readGuidelines } from './read-guidelines.ts'
import { readProfiles } from './read-profiles.ts'
import { readYaml, type YamlFile, yamlProblems } from './read-yaml.ts'
import type { Rule } from './rule.ts'
import { lawSchemas, readingSchemas, ruleSchema, wordSchemas } from './schema.ts'

/**
 * Puts what stands under `rules/<language>/` into one checked module a language, `dist/pack/<language>.js`, so that
 * klarbrev starts without reading, parsing or checking YAML; and klarbrev's version into another. Part of `npm run build`.
 */

const root = fileURLToPath(new URL('../../', import.meta.url))
const packTypes = "declare const readPack: () => import('../pack.js').Pack\nexport default readPack\n"
const profilesTypes =
  "declare const profiles: Readonly<Record<string, import('../rules/profile.js').Profile>>\nexport default profiles\n"
const guidelinesTypes =
  "declare const guidelines: readonly import('../rules/guideline.js').Guideline[]\nexport default guidelines\n"
const versionTypes = 'declare const version: string\nexport default version\n'

/** Reads and checks the rules and vocabulary of one language. Throws one KlarbrevError that lists every problem. */
export async function readPack(language: string, folder: string): Promise<Record<string, unknown>> {
  const problems: Problem[] = []
  checkedPhrases.clear()
  const checked = (schema: z.ZodType, file: YamlFile): unknown => {
    const result = schema.safeParse(file.value)
    if (result.success) return result.data
    problems.push(...yamlProblems(file, result.error.issues))
    return undefined
  }
  const part = async (
    name: string,
    schemas: Readonly<Record<string, z.ZodType>>,
    from = folder,
  ): Promise<Record<string, unknown>> => {
    const entries = await yamlFiles(path.join(from, name))
    const files = new Map(
      await Promise.all(
        entries.map(async (entry) => [path.basename(entry, '.yml'), await readYamlFile(entry)] as const),
      ),
    )
    for (const [key, file] of files) {
      if (!schemas[key]) problems.push({ where: file.path, text: 'klarbrev knows no vocabulary file of this name' })
    }
    return Object.fromEntries(
      Object.entries(schemas).map(([key, schema]) => {
        const file = files.get(key)
        return [key, file ? checked(schema, file) : (schema.safeParse({}).data ?? [])]
      }),
    )
  }
  const rules = []
  for (const file of await Promise.all((await ruleFiles(folder)).map((entry) => readYamlFile(entry)))) {
    const rule = checked(ruleSchema, file)
    const id = path
      .relative(folder, file.path)
      .replaceAll(path.sep, '/')
      .replace(/\.yml$/, '')
    if (rule) rules.push({ id, language, ...rule })
  }
  const messages = flatten((await readYamlFile(path.join(folder, 'messages.yml'))).value)
  const reading = await part('reading', readingSchemas)
  const own = await part('law', lawSchemas)
  const danish = path.join(path.dirname(folder), 'da')
  const law = folder === danish ? own : withDanishLaw(own, await part('law', lawSchemas, danish))
  const words = await part('words', wordSchemas)
  if (problems.length > 0) throw new KlarbrevError('rule-invalid', { path: folder }, problems)
  const pack = { language, rules: rules as Rule[], reading, law, words, messages }
  return {
    ...pack,
    phrases: indexPhrases(phraseParts(pack), checkedPhrases),
    patternNeeds: needsOf(pack.rules),
  }
}

/** What the patterns of rules need, of those that need something. */
function needsOf(rules: readonly Rule[]): Record<string, readonly string[]> {
  const patterns = rules.flatMap(({ check, options }) =>
    check === 'pattern' ? (options as { patterns: readonly string[] }).patterns : [],
  )
  return Object.fromEntries(
    patterns.map((source) => [source, patternNeeds(source)] as const).filter(([, needs]) => needs.length > 0),
  )
}

interface NamedRecord {
  readonly id?: string
  readonly names?: readonly string[]
  readonly words?: readonly string[]
  /** More names; for what is out of use also what to write instead. */
  readonly english?: readonly string[] | EnglishWords
}

interface EnglishWords {
  readonly names?: readonly string[]
  readonly words?: readonly string[]
  readonly instead?: string
}

/**
 * Danish authorities write in other languages too: their law under its own names and its English ones. A record of the
 * language's own with the id of a Danish one adds its names.
 */
function withDanishLaw(own: Record<string, unknown>, danish: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(own).map(([key, records]) => [
      key,
      mergeRecords(records as readonly NamedRecord[], danish[key] as readonly NamedRecord[]),
    ]),
  )
}

function mergeRecords(own: readonly NamedRecord[], danish: readonly NamedRecord[]): NamedRecord[] {
  const named = danish.map((record) => {
    const more = own.filter(({ id }) => id !== undefined && id === record.id).flatMap(({ names }) => names ?? [])
    const { english: written = [], ...rest } = record
    const english: EnglishWords = 'instead' in written ? written : { names: written as readonly string[] }
    return {
      ...rest,
      ...english,
      ...(record.names && { names: [...record.names, ...(english.names ?? []), ...more] }),
      ...(record.words && { words: [...record.words, ...(english.words ?? [])] }),
    }
  })
  return [...own.filter(({ id }) => id === undefined || !danish.some((record) => record.id === id)), ...named]
}

const vocabularyFolders = new Set(['reading', 'law', 'words'])

async function ruleFiles(folder: string): Promise<string[]> {
  const groups = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !vocabularyFolders.has(entry.name))
    .map((entry) => path.join(folder, entry.name))
  return (await Promise.all(groups.map(yamlFiles))).flat().sort()
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => path.join(folder, name))
}

async function readYamlFile(file: string): Promise<YamlFile> {
  return readYaml(await readFile(file, 'utf8'), file, 'rule-invalid')
}

/** `{report: {error: 'Fejl'}}` becomes `{'report.error': 'Fejl'}`. */
function flatten(value: unknown, prefix = ''): Record<string, string> {
  if (typeof value !== 'object' || value === null) return { [prefix]: String(value) }
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flatten(inner, prefix ? `${prefix}.${key}` : key)),
  )
}

/** Every YAML file of a folder, with its text. */
async function textsOf(folder: string): Promise<{ path: string; text: string }[]> {
  const files = await yamlFiles(path.join(root, folder))
  return Promise.all(files.map(async (file) => ({ path: file, text: await readFile(file, 'utf8') })))
}

/**
 * Data as a JavaScript text that holds JSON, written so that it is read quickly: between marks that JSON hardly has, and
 * without characters that would make the whole file take two bytes a character.
 */
function quote(data: unknown): string {
  const json = JSON.stringify(data).replace(
    /[^\u0020-\u00ff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `'${json.replace(/[\\']/g, '\\$&')}'`
}

async function bundle(): Promise<void> {
  await mkdir(path.join(root, 'dist/pack'), { recursive: true })
  const rules: Rule[] = []
  for (const language of ['da', 'en']) {
    const pack = await readPack(language, path.join(root, 'rules', language))
    rules.push(...(pack.rules as Rule[]))
    await writeFile(path.join(root, `dist/pack/${language}.js`), `export default () => JSON.parse(${quote(pack)})\n`)
    await writeFile(path.join(root, `dist/pack/${language}.d.ts`), packTypes)
  }
  const profiles = readProfiles(await textsOf('rules/profiles'), rules)
  await writeFile(path.join(root, 'dist/pack/profiles.js'), `export default ${JSON.stringify(profiles)}\n`)
  await writeFile(path.join(root, 'dist/pack/profiles.d.ts'), profilesTypes)
  const guidelines = readGuidelines(await textsOf('rules/guidelines'), rules)
  await writeFile(path.join(root, 'dist/pack/guidelines.js'), `export default ${JSON.stringify(guidelines)}\n`)
  await writeFile(path.join(root, 'dist/pack/guidelines.d.ts'), guidelinesTypes)
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  await writeFile(path.join(root, 'dist/pack/version.js'), `export default ${JSON.stringify(version)}\n`)
  await writeFile(path.join(root, 'dist/pack/version.d.ts'), versionTypes)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await bundle()
  } catch (error) {
    if (!(error instanceof KlarbrevError)) throw error
    process.exitCode = 1
    for (const { where, text } of error.problems) process.stderr.write(`${where}: ${text}\n`)
  }
}
