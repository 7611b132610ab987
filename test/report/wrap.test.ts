import { expect, it } from 'vitest'
import { wrap } from '../../src/report/wrap.ts'

it.each<[text: string, width: number, lines: string[]]>([
  ['Skriv fristen i brevet', 14, ['Skriv fristen', 'i brevet']],
  ['efter forvaltningsloven § 24, stk. 1', 30, ['efter forvaltningsloven § 24,', 'stk. 1']],
  ['efter forvaltningsloven § 24', 26, ['efter forvaltningsloven', '§ 24']],
  ['vejledning nr. 224', 15, ['vejledning', 'nr. 224']],
  ['senest den 1. maj 2026', 14, ['senest den', '1. maj 2026']],
  ['Sagen er afgjort. 3 uger', 17, ['Sagen er afgjort.', '3 uger']],
  ['langtmereendfemtegn', 5, ['langtmereendfemtegn']],
])('breaks »%s« at %i characters', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})
