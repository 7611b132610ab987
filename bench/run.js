/**
 * Measures klarbrev beside something that runs next to it, so that the numbers mean the same on every machine:
 *
 *     node bench/run.js [speed] [memory] [start] [growth]      all of them when none is named
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { letters } from './letters.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const klarbrev = path.join(root, 'bin/klarbrev.js')
/** Letters before the first round of `speed`: the engine goes on compiling for so long. */
const warmUp = 3_000
const parts = { speed, memory, start, growth }

const named = process.argv.slice(2)
const unknown = named.find((name) => !(name in parts))
if (unknown !== undefined)
  throw new Error(`there is no part «${unknown}»; the parts are ${Object.keys(parts).join(', ')}`)
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  for (const row of await parts[name]()) showRow(row)
}

function showRow({ what, value, unit = '', goal = '', holds }) {
  const mark = holds === undefined ? '' : holds ? 'ok' : 'MISSED'
  console.log(`${what.padEnd(46)} ${value.padStart(9)} ${unit.padEnd(15)} ${goal.padEnd(10)} ${mark}`.trimEnd())
}

/** Letters a CPU second with all rules on, and the same texts through write-good. */
async function speed() {
  const { lintText } = await import('../dist/lint-text.js')
  const { default: writeGood } = await import('write-good')
  const texts = [...letters(500)]
  const klarbrevRate = await lettersPerSecond(texts, (text) => lintText(text, { format: 'markdown' }))
  const writeGoodRate = await lettersPerSecond(texts, (text) => writeGood(text))
  return [
    {
      what: 'klarbrev, letters of 2.7 kB',
      value: klarbrevRate.toFixed(0),
      unit: 'per CPU second',
      goal: '>= 500',
      holds: klarbrevRate >= 500,
    },
    { what: 'write-good 1.0.8, same texts', value: writeGoodRate.toFixed(0), unit: 'per CPU second' },
    { what: 'klarbrev as against write-good', value: (klarbrevRate / writeGoodRate).toFixed(2), unit: 'times' },
  ]
}

/** Median of seven rounds of at least half a second of CPU time. */
async function lettersPerSecond(texts, lint) {
  for (let index = 0; index < warmUp; index += 1) await lint(texts[index % texts.length])
  const rates = []
  for (let round = 0; round < 7; round += 1) {
    const before = process.cpuUsage()
    let count = 0
    let seconds = 0
    while (seconds < 0.5) {
      for (let index = 0; index < 50; index += 1) await lint(texts[(count + index) % texts.length])
      count += 50
      const { user, system } = process.cpuUsage(before)
      seconds = (user + system) / 1e6
    }
    rates.push(count / seconds)
  }
  return median(rates)
}

/** The most memory that the command line holds while it lints a folder, for few and for many letters. */
async function memory() {
  const few = peakMemory(2_000)
  const many = peakMemory(10_000)
  return [
    { what: 'peak memory, 2,000 letters', value: few.toFixed(0), unit: 'MiB' },
    { what: 'peak memory, 10,000 letters', value: many.toFixed(0), unit: 'MiB', goal: '<= 150', holds: many <= 150 },
    {
      what: 'five times as many letters',
      value: (many / few).toFixed(2),
      unit: 'times memory',
      goal: '<= 1.25',
      holds: many / few <= 1.25,
    },
  ]
}

function peakMemory(count) {
  const folder = mkdtempSync(path.join(tmpdir(), 'klarbrev-bench-'))
  try {
    mkdirSync(path.join(folder, 'letters'))
    let number = 0
    for (const text of letters(count))
      writeFileSync(path.join(folder, 'letters', `${String(number++).padStart(5, '0')}.md`), text)
    const launcher = path.join(folder, 'measure.mjs')
    writeFileSync(
      launcher,
      `process.on('exit', () => process.stderr.write('\\nrss ' + process.resourceUsage().maxRSS))
      await import(${JSON.stringify(pathToFileURL(klarbrev).href)})`,
    )
    const child = run([
      launcher,
      'check',
      path.join(folder, 'letters'),
      '--format',
      'json',
      '--output',
      path.join(folder, 'report.json'),
    ])
    const found = /rss (\d+)$/u.exec(child.stderr)
    if (!found || child.status > 1) throw new Error(`klarbrev did not finish: ${child.stderr.slice(-500)}`)
    if (JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')).letters.length !== count)
      throw new Error('letters are missing in the report')
    return Number(found[1]) / 1024
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Start to end of one letter on the command line, as against node itself and write-good's command line. */
async function start() {
  const letter = path.join(root, 'fixtures/da/kvittering.md')
  const writeGood = path.join(root, 'node_modules/write-good/bin/write-good.js')
  if (!existsSync(writeGood)) throw new Error('write-good is not installed')
  const times = { node: [], klarbrev: [], writeGood: [] }
  for (let round = 0; round < 16; round += 1) {
    const measured = {
      node: timeOf(['-e', '0']),
      klarbrev: timeOf([klarbrev, 'check', letter]),
      writeGood: timeOf([writeGood, letter]),
    }
    if (round > 0) for (const [name, time] of Object.entries(measured)) times[name].push(time)
  }
  const [node, own, other] = [median(times.node), median(times.klarbrev), median(times.writeGood)]
  return [
    { what: 'node -e 0', value: node.toFixed(0), unit: 'ms' },
    { what: 'klarbrev check, one letter', value: own.toFixed(0), unit: 'ms' },
    {
      what: 'as against node -e 0',
      value: (own / node).toFixed(2),
      unit: 'times',
      goal: '<= 2.5',
      holds: own / node <= 2.5,
    },
    { what: 'as against write-good', value: (own / other).toFixed(2), unit: 'times' },
  ]
}

function timeOf(args) {
  const before = performance.now()
  const { status, stderr } = run(args)
  if (status === 2 || status === null) throw new Error(`node ${args.join(' ')} failed: ${stderr}`)
  return performance.now() - before
}

function run(args) {
  return spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 })
}

/** How the time grows when a text doubles: one letter, repeated. */
async function growth() {
  const { lintText } = await import('../dist/lint-text.js')
  const [letter] = letters(1)
  const secondsFor = async (times) => {
    const text = letter.repeat(times)
    const rounds = []
    for (let round = 0; round < 9; round += 1) {
      const before = process.cpuUsage()
      await lintText(text, { format: 'markdown' })
      const { user, system } = process.cpuUsage(before)
      if (round >= 2) rounds.push((user + system) / 1e6)
    }
    return median(rounds)
  }
  const rows = []
  for (const times of [20, 80]) {
    const ratio = (await secondsFor(times * 2)) / (await secondsFor(times))
    const size = ((letter.length * times) / 1000).toFixed(0)
    rows.push({
      what: `time for twice a text of ${size} kB`,
      value: ratio.toFixed(2),
      unit: 'times',
      goal: '<= 2.5',
      holds: ratio <= 2.5,
    })
  }
  return rows
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
