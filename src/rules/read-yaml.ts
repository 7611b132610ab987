import { constructFromEvents, EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml'
import { KlarbrevError, type Problem } from '../errors.ts'
import { limits } from '../limits.ts'

/** A YAML document and where each of its values stands. */
export interface YamlFile {
  readonly path: string
  readonly value: unknown
  /** 1-based line and column of the value at a path such as `['options', 'phrases', 0]`, or of its nearest parent. */
  readonly locate: (path: readonly PropertyKey[]) => string
}

/**
 * Reads YAML strictly: no anchors or aliases, limited depth and size, no duplicate keys. Throws a KlarbrevError of the
 * given code with file and line.
 */
export function readYaml(text: string, path: string, code: 'rule-invalid' | 'config-invalid'): YamlFile {
  const fail = (offset: number, reason: string, key = 'yaml'): never => {
    throw new KlarbrevError(code, {}, [{ where: place(path, text, offset), text: reason, key, values: { reason } }])
  }
  if (text.length > limits.configBytes) fail(0, `the file is larger than ${limits.configBytes} bytes`, 'file-too-large')
  try {
    const events = parseEvents(text, { filename: path })
    refuseAnchorsAndDepth(events, fail)
    const documents = constructFromEvents(events, { source: text, filename: path, maxAliases: 0 })
    if (documents.length > 1) fail(0, 'the file holds more than one document', 'yaml-documents')
    const starts = valueStarts(events, text)
    return { path, value: documents[0], locate: (keys) => place(path, text, nearestStart(starts, keys)) }
  } catch (error) {
    if (error instanceof YAMLException) return fail(error.mark?.position ?? 0, error.reason)
    throw error
  }
}

/** Turns zod's issues into problems with file and line. */
export function yamlProblems(
  file: YamlFile,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Problem[] {
  return issues.map((issue) => ({
    where: file.locate(issue.path),
    text: issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message,
  }))
}

function refuseAnchorsAndDepth(
  events: readonly Event[],
  fail: (offset: number, reason: string, key?: string) => never,
): void {
  let depth = 0
  for (const event of events) {
    if (event.type === EVENT_ID.ALIAS) fail(event.anchorStart, 'aliases are not allowed', 'yaml-anchor')
    if ('anchorStart' in event && event.anchorStart >= 0)
      fail(event.anchorStart, 'anchors are not allowed', 'yaml-anchor')
    if (event.type === EVENT_ID.POP) depth -= 1
    else if (event.type !== EVENT_ID.SCALAR) depth += 1
    if (depth > limits.configDepth)
      fail('start' in event ? event.start : 0, 'the file is nested too deeply', 'yaml-depth')
  }
}

/** Offsets of all values by their path, joined with a character that no key holds. */
function valueStarts(events: readonly Event[], text: string): Map<string, number> {
  const starts = new Map<string, number>()
  const stack: { kind: 'map' | 'list' | 'document'; path: string; key: string | undefined; index: number }[] = []
  const enter = (offset: number): string => {
    const top = stack.at(-1)
    if (!top || top.kind === 'document') return ''
    const path = `${top.path}\u0000${top.kind === 'list' ? top.index : top.key}`
    if (top.kind === 'list') {
      top.index += 1
      starts.set(path, offset)
    }
    top.key = undefined
    return path
  }
  for (const event of events) {
    const top = stack.at(-1)
    if (event.type === EVENT_ID.DOCUMENT) stack.push({ kind: 'document', path: '', key: undefined, index: 0 })
    else if (event.type === EVENT_ID.MAPPING)
      stack.push({ kind: 'map', path: enter(event.start), key: undefined, index: 0 })
    else if (event.type === EVENT_ID.SEQUENCE)
      stack.push({ kind: 'list', path: enter(event.start), key: undefined, index: 0 })
    else if (event.type === EVENT_ID.POP) stack.pop()
    else if (event.type === EVENT_ID.SCALAR) {
      if (top?.kind === 'map' && top.key === undefined) {
        top.key = getScalarValue(text, event)
        starts.set(`${top.path}\u0000${top.key}`, event.valueStart)
      } else enter(event.valueStart)
    }
  }
  return starts
}

function nearestStart(starts: ReadonlyMap<string, number>, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const start = starts.get(
      keys
        .slice(0, length)
        .map((key) => `\u0000${String(key)}`)
        .join(''),
    )
    if (start !== undefined) return start
  }
  return 0
}

function place(path: string, text: string, offset: number): string {
  const before = text.slice(0, Math.max(0, offset))
  const line = before.split('\n').length
  return `${path}:${line}:${before.length - before.lastIndexOf('\n')}`
}
