/**
 * What klarbrev, write-good, alex and textlint say of our English letters, by kind, side by side:
 *
 *     node bench/peers.js [--peers <folder>] [--show <kind>]
 *
 * Only write-good is installed here. The others are large: `npm install --ignore-scripts` them in a folder of their own,
 *
 *     alex@11.0.1 textlint@15.8.0 and textlint-rule-{alex,common-misspellings,en-max-word-count,max-comma,no-todo,
 *     stop-words,terminology,unexpanded-acronym,write-good}
 *
 * and name that folder. `--show` lists the words of one kind with how often each was marked. The letters are the fixtures
 * and, with the first wording of every slot, the base letters of the scoring sets that were at hand.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { load } from 'js-yaml'
import writeGood from 'write-good'
import { lintText } from '../dist/lint-text.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({ options: { peers: { type: 'string' }, show: { type: 'string' } } })

/** A remark: of what kind, and the words that it marks. @typedef {{ kind: string, words: string }} Remark */

/** The first that fits says what kind a remark of write-good is, also inside textlint. */
const writeGoodKinds = [
  [/passive voice/u, 'passive'],
  [/wordy|unneeded/u, 'wordy or formal words'],
  [/weaken|weasel|adverb/u, 'weasel words'],
  [/clich/u, 'clichés'],
  [/repeated/u, 'repeated words'],
  [/./u, '“so” and “there is” first'],
]
const textlintKinds = {
  alex: 'insensitive words',
  'stop-words': 'wordy or formal words',
  'en-max-word-count': 'sentence length',
  'max-comma': 'commas',
  'unexpanded-acronym': 'abbreviations',
  terminology: 'spelling and terms',
  'common-misspellings': 'spelling and terms',
  'no-todo': 'left from the template',
}
const klarbrevKinds = [
  [/^plain\/passive|^tone\/impersonal/u, 'passive'],
  [/^plain\/(?:officialese|nominalisation|long-word)/u, 'wordy or formal words'],
  [/^plain\/(?:sentence-length|paragraph-length|readability)/u, 'sentence length'],
  [/^plain\/repeated-word/u, 'repeated words'],
  [/^plain\/abbreviation/u, 'abbreviations'],
  [/^plain\//u, 'how sentences and text are built'],
  [/^tone\//u, 'respect'],
  [/^letter\/(?:placeholder|instruction|empty-merge)/u, 'left from the template'],
  [/^reference\/malformed/u, 'spelling and terms'],
  [/./u, 'what the letter has to hold'],
]
const kindOf = (kinds, text) => kinds.find(([pattern]) => pattern.test(text))[1]

const tools = {
  klarbrev: byKlarbrev,
  'write-good': byWriteGood,
  ...(values.peers && { alex: byAlex, textlint: byTextlint }),
}

const letters = [...fixtures(), ...baseLetters('en-dev'), ...baseLetters('en-held-out')]
const sets = { good: letters.filter(({ good }) => good), spoiled: letters.filter(({ good }) => !good) }
for (const [name, set] of Object.entries(sets)) {
  console.log(`\n${set.length} ${name} letters`)
  const found = {}
  for (const [tool, lint] of Object.entries(tools)) found[tool] = await lint(set)
  if (values.show) for (const tool of Object.keys(tools)) show(tool, found[tool])
  else table(found)
}

function fixtures() {
  const folder = path.join(root, 'fixtures/en')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({ good: file.endsWith('-good.md'), text: readFileSync(path.join(folder, file), 'utf8') }))
}

function baseLetters(set) {
  const folder = path.join(root, 'test/scoring', set)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => {
      const { text, slots } = load(readFileSync(path.join(folder, file), 'utf8'))
      return { good: true, text: text.replace(/\{\{([\w-]+)\}\}/gu, (_, slot) => slots[slot].variants[0]) }
    })
}

/** @returns {Promise<Remark[]>} */
async function byKlarbrev(set) {
  const remarks = []
  for (const { text } of set) {
    const { violations } = await lintText(text, { format: 'markdown', language: 'en' })
    for (const { ruleId, severity, excerpt } of violations)
      remarks.push({ kind: kindOf(klarbrevKinds, ruleId), words: `${severity} ${ruleId}: ${excerpt.slice(0, 60)}` })
  }
  return remarks
}

/** @returns {Remark[]} */
function byWriteGood(set) {
  return set.flatMap(({ text }) =>
    writeGood(text).map(({ reason, index, offset }) => ({
      kind: kindOf(writeGoodKinds, reason),
      words: text.slice(index, index + offset).toLowerCase(),
    })),
  )
}

/** @returns {Promise<Remark[]>} */
async function byAlex(set) {
  const { markdown } = await import(pathToFileURL(path.join(peerFolder('alex'), 'index.js')).href)
  return set.flatMap(({ text }) =>
    markdown(text).messages.map(({ actual, ruleId }) => ({
      kind: 'insensitive words',
      words: (actual ?? ruleId ?? '').toLowerCase(),
    })),
  )
}

/** @returns {Remark[]} */
function byTextlint(set) {
  const folder = mkdtempSync(path.join(tmpdir(), 'klarbrev-peers-'))
  try {
    const files = set.map(({ text }, index) => {
      const file = path.join(folder, `${index}.md`)
      writeFileSync(file, text)
      return file
    })
    const rules = ['write-good', ...Object.keys(textlintKinds)].flatMap((rule) => ['--rule', rule])
    const command = path.join(peerFolder('textlint'), 'bin/textlint.js')
    const run = spawnSync(process.execPath, [command, '--format', 'json', ...rules, ...files], {
      cwd: path.resolve(values.peers),
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    })
    if (!run.stdout) throw new Error(`textlint gave nothing: ${run.stderr}`)
    return JSON.parse(run.stdout).flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => ({
        kind: textlintKinds[ruleId] ?? kindOf(writeGoodKinds, message),
        words: `${ruleId}: ${message.split('\n')[0]}`,
      })),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function peerFolder(name) {
  const folder = path.resolve(values.peers, 'node_modules', name)
  if (!existsSync(folder)) throw new Error(`${name} is not installed in ${values.peers}`)
  return folder
}

function table(found) {
  const kinds = [...new Set(Object.values(found).flatMap((remarks) => remarks.map(({ kind }) => kind)))].sort()
  const names = Object.keys(found)
  const row = (title, cells) => console.log(title.padEnd(34) + cells.map((cell) => String(cell).padStart(11)).join(''))
  row('', names)
  for (const kind of kinds)
    row(
      kind,
      names.map((name) => found[name].filter((remark) => remark.kind === kind).length || '·'),
    )
  row(
    'all',
    names.map((name) => found[name].length),
  )
}

function show(tool, remarks) {
  const counts = new Map()
  for (const { kind, words } of remarks) if (kind === values.show) counts.set(words, (counts.get(words) ?? 0) + 1)
  console.log(`\n${tool}`)
  for (const [words, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(5)}  ${words}`)
}
