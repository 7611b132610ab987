import type { Rule } from '../../src/rules/rule.ts'

const rule: Rule = {
  id: 'plain/officialese',
  language: 'da',
  title: 'Kancellisprog',
  severity: 'warning',
  when: [],
  check: 'words',
  options: {},
  message: '»{words}« er kancellisprog.',
  advice: 'Skriv for eksempel »{plainer}«.',
  sources: ['Dansk Sprognævn: Klart sprog', 'forvaltningsloven § 7'],
  examples: {
    bad: [{ text: 'Såfremt du er uenig,\n\nkan du klage.\n' }, { text: 'Der er meddelt afslag.' }],
    good: [{ text: 'Hvis du er uenig, kan du klage.' }],
  },
}

/** A few rules, not in order. */
export const rules: readonly Rule[] = [
  rule,
  { ...rule, id: 'complaint/deadline', title: 'Klagefrist', severity: 'error' },
  { ...rule, id: 'plain/passive', title: 'Passiv', severity: 'suggestion' },
]
