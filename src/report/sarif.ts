import { say } from '../messages.ts'
import type { Rule } from '../rules/rule.ts'
import type { LetterResult, Severity, Violation } from '../types.ts'
import { describeTool, toJson } from './json.ts'
import type { Reporter, ReportOptions } from './reporter.ts'
import { shorten, showPath, showText } from './show.ts'
import { localPath, placeOf, sayViolation, shownViolations } from './shown.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', suggestion: 'note' }
const problems: Record<Severity, string> = { error: 'error', warning: 'warning', suggestion: 'recommendation' }

/** GitHub refuses a report with more. */
const mostResults = 25_000

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), with what GitHub's code scanning asks for besides: texts
 * of each rule, relative paths, a fingerprint, and no more than 25,000 results: a notification counts those that are left
 * out. Accepted violations are left out: GitHub would show them.
 */
export function makeSarif(): Reporter {
  const indexes = new Map<string, number>()
  const firsts: Violation[] = []
  let count = 0
  const indexOf = (violation: Violation): number => {
    const known = indexes.get(violation.ruleId)
    if (known !== undefined) return known
    firsts.push(violation)
    indexes.set(violation.ruleId, firsts.length - 1)
    return firsts.length - 1
  }
  return {
    begin: () => `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "columnKind": "utf16CodeUnits",
      "results": [`,
    letter: (result, _, options) =>
      shownViolations(result, options)
        .map((violation) => {
          count += 1
          if (count > mostResults) return ''
          const entry = describeResult(result, violation, indexOf(violation), options)
          return `${count === 1 ? '' : ','}\n        ${toJson(entry, 4)}`
        })
        .join(''),
    end: (_, failures, options) => {
      const { name, version } = describeTool(options)
      const driver = {
        name,
        semanticVersion: version,
        rules: firsts.map((violation) => describeRule(violation, options.rules ?? [])),
      }
      const left = { count: count - mostResults, most: mostResults }
      const notifications = [
        ...failures.map(({ path, code, message }) => notification('error', code, `${path}: ${message}`)),
        ...(left.count > 0
          ? [notification('warning', 'too-many-results', say(options.locale ?? 'da', 'report.too-many-results', left))]
          : []),
      ]
      const invocation = {
        executionSuccessful: failures.length === 0,
        ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
      }
      return `${count === 0 ? '' : '\n      '}],
      "tool": ${toJson({ driver }, 3)},
      "invocations": ${toJson([invocation], 3)}
    }
  ]
}
`
    },
  }
}

function notification(level: string, id: string, text: string) {
  return { descriptor: { id }, level, message: { text: showText(text) } }
}

function describeResult(result: LetterResult, violation: Violation, ruleIndex: number, options: ReportOptions) {
  const { line, column, endLine, endColumn } = placeOf(result, violation)
  const { location, span } = violation
  const isWord = result.letter.format === 'docx'
  const region = {
    ...{ startLine: line, startColumn: column, endLine, endColumn },
    // A Word file has no lines: its paragraph stands for one, and the words are told by where they are in its text.
    ...(isWord && { charOffset: span.start, charLength: span.end - span.start }),
  }
  return {
    ruleId: violation.ruleId,
    ruleIndex,
    level: levels[violation.severity],
    message: { text: sayViolation(violation) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(localPath(result, options)) }, region },
        logicalLocations: [{ fullyQualifiedName: `${location.story ?? 'body'}/p[${location.paragraph}]` }],
      },
    ],
    partialFingerprints: {
      primaryLocationLineHash: `${violation.fingerprint}:1`,
      'klarbrev/v1': violation.fingerprint,
    },
  }
}

function describeRule(violation: Violation, rules: readonly Rule[]) {
  const rule = rules.find(({ id }) => id === violation.ruleId)
  const { severity, advice, sources } = rule ?? violation
  const text = (words: string) => ({
    text: shorten(showText(words.replace(/\{\w+\}/gu, '…')), 1000) || violation.ruleId,
  })
  const help = [advice, ...sources].join(' · ')
  return {
    id: violation.ruleId,
    shortDescription: text(rule?.title ?? violation.ruleId),
    fullDescription: text(rule?.advice ?? violation.ruleId),
    help: text(rule ? help : sources.join(' · ')),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [violation.ruleId.split('/')[0]],
      precision: 'high',
      'problem.severity': problems[severity],
    },
  }
}

/** A path as a relative URI; showing it has taken the lone surrogates out that no URI can hold. */
function uriOf(path: string): string {
  return showPath(path).split('/').map(encodeURIComponent).join('/')
}
