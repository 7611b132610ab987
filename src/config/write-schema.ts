import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { allRules, profileNames } from '../rules/load-rules.ts'
import { settingsAsWritten } from './settings-schema.ts'

/**
 * Writes the JSON Schema of settings files for editors, `dist/klarbrev.schema.json`, with the ids and titles of all rules
 * and the names of all profiles. Part of `npm run build`.
 */
const schema = z.toJSONSchema(settingsAsWritten, { io: 'input' }) as Schema
const ids = Object.fromEntries(allRules().map(({ id, title }) => [id, title]))

interface Schema {
  readonly properties: Record<string, Schema>
  readonly items: Schema
  readonly anyOf: { enum?: readonly string[]; examples?: readonly string[] }[]
  additionalProperties: unknown
}

/** Editors offer the ids; those of a municipality's own rules are allowed too. */
function offerRules(rules: Schema): void {
  const choice = rules.additionalProperties as object
  const properties = Object.entries(ids).map(([id, title]) => [id, { ...choice, description: title }])
  Object.assign(rules, { properties: Object.fromEntries(properties) })
}

offerRules(schema.properties['rules']!)
offerRules(schema.properties['overrides']!.items.properties['rules']!)
schema.properties['extends']!.anyOf[0]!.examples = profileNames
writeFileSync(
  new URL('../klarbrev.schema.json', import.meta.url),
  `${JSON.stringify({ title: 'klarbrev', ...schema }, null, 2)}\n`,
)
