import { readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

/**
 * No expression written out in the source takes exponential time on hostile text (`(A+ ?)+`). Those that are put together
 * from pieces are not seen here.
 */
const literal =
  /(?<![\w)\]])\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuy]*)(?=[.,;)\s\]:}])/g

test('no expression of our own is exponential', () => {
  const slow: string[] = []
  let count = 0
  for (const file of globSync('src/**/*.ts')) {
    for (const [, source = '', flags] of readFileSync(file, 'utf8').matchAll(literal)) {
      const expression = compiled(source, flags)
      if (!expression) continue
      count += 1
      if (analyse(expression).reports.some(({ exponential }) => exponential)) slow.push(`${file}: ${expression}`)
    }
  }
  expect(slow).toEqual([])
  expect(count).toBeGreaterThan(300)
})

/** Undefined for what only looks like an expression: a path in a string, a division. */
function compiled(source: string, flags?: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
