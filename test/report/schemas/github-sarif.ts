/**
 * What GitHub's code scanning asks of SARIF 2.1.0 (docs.github.com, "SARIF support for code scanning"), and that nothing
 * else stands in a report than what klarbrev means to write.
 */
const text = (most: number) => ({
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1, maxLength: most } },
})
const object = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
})
const list = (items: object, least = 0, most = 25_000) => ({ type: 'array', minItems: least, maxItems: most, items })
const oneOf = (...values: string[]) => ({ type: 'string', enum: values })
const count = (least: number) => ({ type: 'integer', minimum: least })
const string = { type: 'string', minLength: 1 }
const level = oneOf('none', 'note', 'warning', 'error')

const region = object(
  {
    startLine: count(1),
    startColumn: count(1),
    endLine: count(1),
    endColumn: count(1),
    charOffset: count(0),
    charLength: count(0),
  },
  ['charOffset', 'charLength'],
)

const result = object({
  ruleId: string,
  ruleIndex: count(0),
  level,
  message: text(10_000),
  locations: list(
    object({
      physicalLocation: object({
        artifactLocation: object({ uri: { type: 'string', pattern: "^[A-Za-z0-9%/_.!~*'()-]*$" } }),
        region,
      }),
      logicalLocations: list(object({ fullyQualifiedName: string }), 1),
    }),
    1,
  ),
  partialFingerprints: { type: 'object', additionalProperties: string, minProperties: 1 },
})

const rule = object({
  id: string,
  shortDescription: text(1024),
  fullDescription: text(1024),
  help: text(10_000),
  defaultConfiguration: object({ level }),
  properties: object({
    tags: list(string, 1, 20),
    precision: oneOf('very-high', 'high', 'medium', 'low'),
    'problem.severity': oneOf('error', 'warning', 'recommendation'),
  }),
})

const notification = object({ descriptor: object({ id: string }), level, message: text(10_000) })

export const githubSarif = object({
  $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
  version: { const: '2.1.0' },
  runs: list(
    object({
      columnKind: oneOf('utf16CodeUnits', 'unicodeCodePoints'),
      results: list(result),
      tool: object({
        driver: object({ name: string, semanticVersion: string, rules: list(rule) }),
      }),
      invocations: list(
        object({ executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: list(notification) }, [
          'toolExecutionNotifications',
        ]),
      ),
    }),
    1,
    20,
  ),
})
