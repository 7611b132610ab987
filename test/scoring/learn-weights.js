import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { parseLetter } from '../../dist/lint-text.js'
import { pack } from '../../dist/pack.js'
import { cluesIn } from '../../dist/reading/clues.js'
import { findOutcomes } from '../../dist/reading/outcome.js'
import { mayHoldReasons } from '../../dist/reading/reasons.js'
import { layOut } from '../../dist/reading/sections.js'
import { viewLetter } from '../../dist/reading/view.js'

/**
 * Learns how much each clue of a sentence speaks for a fact or a consideration, and writes
 * `rules/<language>/reading/weights.yml`: `npm run weights`, whenever letters or passages have come to the sets below.
 *
 * The letters of the scoring sets say which of their slots hold the facts and which the considerations; sentences of
 * slots that hold both are left out. A weight is what logistic regression gives, held back (`restraint`) so that no
 * word of a single letter counts much; what hardly counts is not written. The same letters give the same weights.
 *
 * A passage counts `passageWeight` times: it was chosen to tell the two apart. In `doubt` a sentence is what is looked
 * for: a remark that something is missing has to be right. The fewer the letters beside the passages, the less of both.
 */
const sets = {
  da: {
    letters: ['dev', 'held-out'],
    passages: 'reasons/da/tuning.yml',
    greeting: 'Kære Mette Sørensen',
    result: 'Vi kan ikke imødekomme din ansøgning.',
    headings: { facts: 'Oplysninger i sagen', 'main-considerations': 'Vores vurdering' },
    passageWeight: 3,
    doubt: { facts: 0.5, 'main-considerations': 0.75 },
  },
  en: {
    letters: ['en-dev', 'en-held-out'],
    passages: 'reasons/en/tuning.yml',
    greeting: 'Dear Ms Sorensen',
    result: 'We have refused your application.',
    headings: { facts: 'What we know', 'main-considerations': 'Our assessment' },
    passageWeight: 2,
    doubt: { facts: 0.3, 'main-considerations': 0.7 },
  },
}
/** By the rule that speaks where it is missing, and the slots that may hold it unsaid. */
const elements = {
  facts: { rule: 'justification/facts', unsure: /fact|hear|voice|view|child|neighbour/ },
  'main-considerations': { rule: 'justification/main-considerations', unsure: /fact|consid|weigh|reason/ },
}
const restraint = 1.5
const rounds = 300
const leastOften = 3
const leastWeight = 0.03

for (const language of process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(sets)) {
  const sentences = [...(await fromLetters(language)), ...(await fromPassages(language))]
  const weights = Object.fromEntries(
    Object.keys(elements).map((element) => [
      element,
      learn(
        sentences.filter(({ is }) => is[element] !== undefined).map(({ clues, is }) => ({ clues, is: is[element] })),
        sets[language].doubt[element],
      ),
    ]),
  )
  writeFileSync(new URL(`../../rules/${language}/reading/weights.yml`, import.meta.url), describe(weights))
  const counts = Object.entries(weights).map(([element, { clues }]) => `${element} ${clues.length} clues`)
  console.log(`${language}: ${sentences.length} sentences, ${counts.join(', ')}`)
}

/** The sentences of every wording of the letters, with what they are: true, false, or undefined where that is not sure. */
async function fromLetters(language) {
  const found = []
  for (const folder of sets[language].letters) {
    const url = new URL(`${folder}/`, import.meta.url)
    for (const name of readdirSync(url).sort()) {
      const base = load(readFileSync(new URL(name, url), 'utf8'))
      if (base.kind !== 'decision' || base.outcome === 'approval') continue
      const slots = Object.entries(base.slots)
      for (let round = 0; round < Math.max(...slots.map(([, { variants }]) => variants.length)); round += 1) {
        const used = slots.map(([slot, { variants, expect }]) => ({
          slot,
          expect,
          text: plain(variants[round % variants.length] ?? ''),
        }))
        const text = base.text.replace(/\{\{([\w-]+)\}\}/g, (_, slot) => {
          const { variants } = base.slots[slot]
          return variants[round % variants.length] ?? ''
        })
        for (const { text: sentence, clues } of await cluesOf(text, base.format, language, base.date)) {
          const slot = used.find(({ text }) => text.includes(plain(sentence)))
          found.push({ clues, is: mapValues(elements, (element) => isIn(slot, element)) })
        }
      }
    }
  }
  return found
}

function isIn(slot, { rule, unsure }) {
  if (!slot) return false
  const rules = Object.values(elements).filter((element) => slot.expect.includes(element.rule))
  if (slot.expect.includes('justification/missing') || rules.length > 1) return undefined
  if (slot.expect.includes(rule)) return true
  return unsure.test(slot.slot) && rules.length === 0 ? undefined : false
}

/** The passages, each with and without a heading above. */
async function fromPassages(language) {
  const { passages: file, greeting, result, headings, passageWeight } = sets[language]
  const passages = load(readFileSync(new URL(file, import.meta.url), 'utf8'))
  const found = []
  for (const element of Object.keys(elements))
    for (const [kind, is] of Object.entries({ found: true, leftAlone: false }))
      for (const passage of passages[element][kind])
        for (const heading of ['', `## ${headings[element]}\n\n`]) {
          const letter = `${greeting}\n\n${result}\n\n${heading}${passage}\n`
          for (const { text, clues } of await cluesOf(letter, 'markdown', language, '2026-03-16'))
            if (plain(passage).includes(plain(text)))
              found.push(...Array(passageWeight).fill({ clues, is: { [element]: is } }))
        }
  return found
}

async function cluesOf(text, format, language, date) {
  const letter = await parseLetter(text, { format, language })
  const view = viewLetter(letter, pack[language])
  const layout = layOut(view)
  const results = new Set(findOutcomes(view, layout).map(({ sentence }) => sentence))
  return [...view.sentences.keys()]
    .filter((index) => mayHoldReasons(view, layout, index))
    .map((index) => ({ text: view.sentences[index].text, clues: [...cluesIn(view, layout, index, { results, date })] }))
}

/** Logistic regression by gradient descent (Adam), from nothing and without chance. */
function learn(sentences, doubt) {
  const often = new Map()
  for (const { clues } of sentences) for (const clue of clues) often.set(clue, (often.get(clue) ?? 0) + 1)
  const names = [...often].filter(([, times]) => times >= leastOften).map(([clue]) => clue)
  const numbers = new Map(names.map((clue, number) => [clue, number]))
  const rows = sentences.map(({ clues, is }) => ({
    clues: clues.map((clue) => numbers.get(clue)).filter((number) => number !== undefined),
    is: is ? 1 : 0,
  }))
  const size = names.length + 1
  const base = names.length
  const [weights, slopes, means, squares] = Array.from({ length: 4 }, () => new Float64Array(size))
  for (let round = 1; round <= rounds; round += 1) {
    for (let one = 0; one < size; one += 1) slopes[one] = one === base ? 0 : restraint * weights[one]
    for (const { clues, is } of rows) {
      const sum = clues.reduce((total, clue) => total + weights[clue], weights[base])
      const error = 1 / (1 + Math.exp(-sum)) - is
      for (const clue of clues) slopes[clue] += error
      slopes[base] += error
    }
    for (let one = 0; one < size; one += 1) {
      means[one] = 0.9 * means[one] + 0.1 * slopes[one]
      squares[one] = 0.999 * squares[one] + 0.001 * slopes[one] ** 2
      const step = means[one] / (1 - 0.9 ** round) / (Math.sqrt(squares[one] / (1 - 0.999 ** round)) + 1e-8)
      weights[one] -= 0.05 * step
    }
  }
  return {
    base: weights[base] + doubt,
    clues: names.map((clue, number) => [clue, weights[number]]).filter(([, weight]) => Math.abs(weight) >= leastWeight),
  }
}

function describe(weights) {
  const lines = Object.entries(weights).flatMap(([element, { base, clues }]) => [
    `${element}:`,
    `  base: ${base.toFixed(2)}`,
    '  clues:',
    ...clues
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
      .map(([clue, weight]) => `    ${JSON.stringify(clue)}: ${weight.toFixed(2)}`),
  ])
  return `# How much each clue of a sentence speaks for a fact or a consideration, or against it. Learned, not written: see
# test/scoring/learn-weights.js. «oply…» and «…lyst» are how words begin and end, «^vi» and «^…har» stand among the first
# words, and what is in braces is no word (src/reading/clues.ts).
${lines.join('\n')}
`
}

function plain(text) {
  return text
    .replace(/[*_#|>-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
