import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocx } from '../../src/formats/docx/read-docx.ts'
import { annotateDocx, removeAnnotations } from '../../src/index.ts'
import { unzip } from '../annotate/unzip.ts'
import { docxFiles, zipFiles } from '../formats/docx-builder.ts'
import { danishStyles, oddities } from '../formats/docx-oddities.ts'
import { hostileFiles } from '../formats/hostile-files.ts'
import { randomNumbers, randomRemarks, remarkAt } from './random-remarks.ts'

/**
 * What other programs make of the comments that klarbrev writes. Needs LibreOffice, pandoc and an OOXML validator; see
 * the README. Runs only when asked for:
 *
 *     npm run proof:word
 */
const wanted = process.env['KLARBREV_PROOF'] === 'word'
const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const folder = wanted ? mkdtempSync(join(tmpdir(), 'klarbrev-proof-')) : ''

/** Real letters and oddities, as bytes by name. */
const inputs = new Map<string, Uint8Array>()

beforeAll(() => {
  if (!wanted) return
  for (const file of globSync('**/*.docx', { cwd: fixtures })) {
    inputs.set(basename(file, '.docx'), readFileSync(join(fixtures, file)))
  }
  for (const [index, { spec }] of Object.values(oddities).entries()) {
    const body = typeof spec === 'string' ? { body: spec, styles: danishStyles } : spec
    inputs.set(`oddity-${index}`, zipFiles(docxFiles(body)))
  }
})
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true })
})

describe.skipIf(!wanted)('comments in Word files', () => {
  test('random ranges change no text, and come out again', async () => {
    const next = randomNumbers(6)
    const changed: string[] = []
    let ranges = 0
    for (const [name, bytes] of inputs) {
      const letter = await readDocx(bytes)
      for (let round = 0; round < 15; round += 1) {
        const remarks = randomRemarks(letter, 10, next)
        const copy = await annotateDocx(bytes, remarks)
        const [after, clean] = [await readDocx(copy), await readDocx(await removeAnnotations(copy))]
        ranges += remarks.length
        if (after.text !== letter.text || clean.text !== letter.text) changed.push(name)
        const [before, now] = [unzip(bytes), unzip(copy)]
        const touched = Object.keys(now).filter((part) => now[part] !== before[part])
        expect(touched.length).toBeLessThanOrEqual(4)
      }
    }
    console.log(`random comment ranges: ${ranges} in ${inputs.size} files; text changed in ${changed.length}`)
    expect(changed).toEqual([])
  }, 600_000)

  test('a schema validator finds no new errors', async () => {
    const next = randomNumbers(7)
    const fresh: string[] = []
    let checked = 0
    const chosen = [...inputs].filter(([name], index) => !name.startsWith('oddity') || index % 4 === 0)
    for (const [name, bytes] of chosen) {
      const copy = await annotateDocx(bytes, randomRemarks(await readDocx(bytes), 10, next))
      const [before, after] = [schemaErrors(name, bytes), schemaErrors(name, copy)]
      fresh.push(...[...after].filter((error) => !before.has(error)).map((error) => `${name}: ${error}`))
      checked += 1
    }
    console.log(`schema: ${checked} files, ${fresh.length} new errors`)
    expect(fresh).toEqual([])
  }, 900_000)

  test('LibreOffice keeps every comment through OpenDocument and Word', async () => {
    const next = randomNumbers(8)
    const counts = new Map<string, number>()
    const source = join(folder, 'annotated')
    mkdirSync(source)
    for (const [name, bytes] of [...inputs].filter(([name]) => !name.startsWith('oddity'))) {
      const remarks = randomRemarks(await readDocx(bytes), 8, next)
      writeFileSync(join(source, `${name}.docx`), await annotateDocx(bytes, remarks))
      counts.set(name, remarks.length)
    }
    const odt = convert(source, 'odt', 'odt')
    const docx = convert(source, 'docx:MS Word 2007 XML', 'docx')
    let kept = 0
    for (const [name, count] of counts) {
      const annotations = unzip(readFileSync(join(odt, `${name}.odt`)))['content.xml'] ?? ''
      const comments = unzip(readFileSync(join(docx, `${name}.docx`)))['word/comments.xml'] ?? ''
      expect([name, annotations.match(/<office:annotation /gu)?.length]).toEqual([name, count])
      expect([name, comments.match(/<w:comment /gu)?.length]).toEqual([name, count])
      kept += count
    }
    console.log(`LibreOffice: ${kept} comments in ${counts.size} files kept through .odt and .docx`)
  }, 600_000)

  test('pandoc finds the comments round exactly the chosen words', async () => {
    const next = randomNumbers(9)
    let tried = 0
    for (const [name, bytes] of [...inputs].filter(([name]) => !name.startsWith('oddity'))) {
      const letter = await readDocx(bytes)
      const words = [...letter.text.matchAll(/\p{L}{3,}(?: \p{L}+){0,3}/gu)].filter(
        ({ index, 0: { length } }) =>
          letter.blocks.some(
            (block) =>
              block.story === 'body' &&
              block.kind === 'paragraph' &&
              block.start <= index &&
              index + length <= block.end,
          ) && !letter.marks.some((mark) => mark.start < index + length && index < mark.end),
      )
      const chosen = Array.from({ length: 6 }, () => words[next(words.length)]).filter((one) => one !== undefined)
      for (const { index, 0: text } of chosen) {
        const file = join(folder, `${name}.docx`)
        writeFileSync(file, await annotateDocx(bytes, [remarkAt(letter.text, index, index + text.length)]))
        const native = execFileSync('pandoc', ['--track-changes=all', '-t', 'json', file], { encoding: 'utf8' })
        expect([name, commentedWords(JSON.parse(native).blocks)]).toEqual([name, text])
        tried += 1
      }
    }
    console.log(`pandoc: ${tried} comments round exactly the chosen words`)
  }, 600_000)
})

describe.skipIf(!wanted)('hostile files', () => {
  test('each is refused in under 2 CPU seconds and 256 MB', () => {
    const rows: { name: string; code: string; ms: number; megabytes: number }[] = []
    const reader = new URL('../../dist/formats/docx/read-docx.js', import.meta.url).href
    const script = `
      import { readFileSync } from 'node:fs'
      import { readDocx } from ${JSON.stringify(reader)}
      const bytes = readFileSync(process.argv[1])
      const before = process.cpuUsage()
      const code = await readDocx(bytes).then(() => 'read', (error) => error.code)
      const { user, system } = process.cpuUsage(before)
      const ms = Math.round((user + system) / 1000)
      console.log(JSON.stringify({ code, ms, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))`
    for (const [name, [bytes, code]] of Object.entries(hostileFiles)) {
      const file = join(folder, 'hostile.docx')
      writeFileSync(file, bytes())
      const stdout = execFileSync(process.execPath, ['--input-type=module', '-e', script, file], { encoding: 'utf8' })
      const outcome = JSON.parse(stdout)
      expect([name, outcome.code]).toEqual([name, code])
      rows.push({ name, ...outcome })
    }
    console.log(
      rows
        .map(
          ({ name, code, ms, megabytes }) =>
            `${String(ms).padStart(6)} ms ${String(megabytes).padStart(4)} MB  ${code}: ${name}`,
        )
        .join('\n'),
    )
    expect(rows.filter(({ ms, megabytes }) => ms >= 2000 || megabytes >= 256)).toEqual([])
  }, 600_000)
})

/** The errors of a file, without where they stand: a comment moves what follows it. */
function schemaErrors(name: string, bytes: Uint8Array): Set<string> {
  const file = join(folder, `${name}.docx`)
  writeFileSync(file, bytes)
  const validator = process.env['KLARBREV_OOXML_VALIDATOR'] ?? 'ooxml-validator'
  const { stdout, error } = spawnSync(validator, [file], { encoding: 'utf8' })
  if (error) throw error
  const { errors } = JSON.parse(stdout) as { errors: { id?: string; description?: string; part?: unknown }[] }
  return new Set(errors.map(({ id, description }) => `${id} ${description}`.replace(/\[\d+\]|\d+/gu, '')))
}

function convert(source: string, to: string, name: string): string {
  const target = join(folder, name)
  const files = readdirSync(source).map((file) => join(source, file))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', target, ...files], { stdio: 'pipe' })
  return target
}

interface Node {
  readonly t: string
  readonly c?: unknown
}

/** The text between the marks of the first comment in pandoc's tree. */
function commentedWords(blocks: unknown): string {
  let text = ''
  let inside = false
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const { t, c } = node as Node
    const classes = t === 'Span' ? ((c as [[string, string[]]])[0]?.[1] ?? []) : []
    if (classes.includes('comment-start')) {
      inside = true
      return
    }
    if (classes.includes('comment-end')) inside = false
    if (inside && t === 'Str') text += c
    if (inside && (t === 'Space' || t === 'SoftBreak')) text += ' '
    walk(c)
  }
  walk(blocks)
  return text
}
