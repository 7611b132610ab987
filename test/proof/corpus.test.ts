import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { KlarbrevError } from '../../src/errors.ts'
import { readDocx } from '../../src/formats/docx/read-docx.ts'
import { annotateDocx, removeAnnotations } from '../../src/index.ts'
import { randomNumbers, randomRemarks } from './random-remarks.ts'

/**
 * Reads every Word file under a folder that `KLARBREV_WORD_FOLDER` names, comments random words of each, takes the
 * comments out again, and prints what came of it:
 *
 *     KLARBREV_WORD_FOLDER=~/word-filer npx vitest run test/proof/corpus.test.ts
 */
const folder = process.env['KLARBREV_WORD_FOLDER'] ?? ''
/** Comments in each file. */
const ranges = 10

test.skipIf(folder === '')(
  'Word files of a folder',
  async () => {
    const next = randomNumbers(2026)
    const outcomes = new Map<string, string[]>()
    const times: number[] = []
    let commented = 0
    const note = (outcome: string, file: string) => outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), file])
    for (const file of globSync('**/*.{docx,docm,dotx,dotm}', { cwd: folder, caseSensitiveMatch: false }).sort()) {
      const bytes = readFileSync(join(folder, file))
      try {
        const start = performance.now()
        const letter = await readDocx(bytes)
        times.push(performance.now() - start)
        note('read', file)
        const remarks = randomRemarks(letter, ranges, next)
        const copy = await annotateDocx(bytes, remarks)
        const after = await readDocx(copy)
        const isSame = after.text === letter.text && JSON.stringify(after.blocks) === JSON.stringify(letter.blocks)
        if (!isSame) note('text changed', file)
        const clean = await readDocx(await removeAnnotations(copy))
        if (clean.text !== letter.text) note('text changed by removal', file)
        if (copy === bytes) note('nowhere to comment', file)
        else commented += remarks.length
      } catch (error) {
        note(
          error instanceof KlarbrevError ? `refused: ${error.code}` : `crashed: ${String(error).slice(0, 100)}`,
          file,
        )
      }
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1)
    const rows = [...outcomes].map(
      ([outcome, files]) =>
        `${String(files.length).padStart(6)}  ${outcome}${/^(?:read|nowhere)/u.test(outcome) ? '' : `: ${files.slice(0, 5).join(', ')}`}`,
    )
    console.log(
      [
        ...rows.sort(),
        `${String(commented).padStart(6)}  random comment ranges`,
        `ms per file: median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`,
      ].join('\n'),
    )
    const failed = [...outcomes.keys()].filter((outcome) => /^(?:crashed|text changed)/u.test(outcome))
    expect(failed).toEqual([])
  },
  3_600_000,
)
