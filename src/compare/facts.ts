import { findMoney } from '../language/amounts.ts'
import type { LetterView } from '../reading/view.ts'
import type { FactName, Span } from '../types.ts'

/** A fact of a letter. Two with the same `key` say the same; so do two where one says less (`loose`). */
export interface Fact extends Span {
  readonly name: FactName
  readonly key: string
  readonly loose?: string
}

/** Everything definite in a letter, each fact once, in order. Words between letter and letter may differ. */
export function findFacts(view: LetterView): Fact[] {
  const facts = [
    ...bodies(view),
    ...periods(view),
    ...dates(view),
    ...amounts(view),
    ...sections(view),
    ...contacts(view),
  ]
  const seen = new Set<string>()
  return facts
    .sort((a, b) => a.start - b.start)
    .filter((fact) => {
      const id = `${fact.name} ${fact.key}`
      if (seen.has(id)) return false
      seen.add(id)
      return true
    })
}

/** Whether two facts of one name say the same, as far as both say it: `1. maj` and `1. maj 2026`. */
export function isSameFact(a: Fact, b: Fact): boolean {
  return a.name === b.name && (a.key === b.key || a.key === b.loose || a.loose === b.key)
}

function bodies(view: LetterView): Fact[] {
  return view.pack.law.bodies.flatMap(({ id, names }) =>
    [...view.sentences.keys()].flatMap((index) => view.findAll(names, index).map((span) => fact('body', span, id))),
  )
}

const days: Readonly<Record<string, number>> = { day: 1, week: 7 }

function periods(view: LetterView): Fact[] {
  return view.periods.map((period) => {
    const { amount, unit } = period
    const key = unit in days ? `${amount * (days[unit] ?? 1)} day` : `${amount} ${unit}`
    return fact('period', period, key)
  })
}

function dates(view: LetterView): Fact[] {
  return view.dates
    .filter((date) => date.exists && !date.ofAct)
    .map((date) => {
      const yearless = `--${date.month}-${date.day}`
      return fact('date', date, date.iso ?? yearless, yearless)
    })
}

function amounts({ letter }: LetterView): Fact[] {
  return findMoney(letter.text).map((money) => fact('amount', money, `${money.value} ${money.currency}`))
}

function sections(view: LetterView): Fact[] {
  return view.references.flatMap((reference) => {
    const act = reference.actKey ?? ''
    if (reference.sections.length === 0) return act === '' ? [] : [fact('section', reference, act)]
    return reference.sections.map((section) => fact('section', reference, `${act} ${section}`.trim(), section))
  })
}

function contacts({ emails, phones, letter }: LetterView): Fact[] {
  const words = (span: Span) => letter.text.slice(span.start, span.end).toLowerCase()
  return [
    ...emails.map((span) => fact('contact', span, words(span))),
    ...phones.map((span) => fact('contact', span, words(span).replace(/^\+?45|\D/gu, ''))),
  ]
}

function fact(name: FactName, { start, end }: Span, key: string, loose?: string): Fact {
  return { name, start, end, key, ...(loose === undefined ? {} : { loose }) }
}
