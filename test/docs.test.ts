import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
// @ts-expect-error: a program of the build, without types
import { makePages } from '../docs/pages.js'

const pages: Map<string, string> = await makePages()

describe('the documentation that follows from the rules (npm run docs)', () => {
  it('has every page and no other', () => {
    const files = globSync('rules/**/*.md', { cwd: 'docs' }).map((file) => file.replaceAll(path.sep, '/'))
    expect(files.sort()).toEqual([...pages.keys()].filter((name) => name.startsWith('rules/')).sort())
  })

  it('is current', () => {
    const old = [...pages].filter(([name, text]) => readFileSync(path.join('docs', name), 'utf8') !== text)
    expect(old.map(([name]) => name)).toEqual([])
  })
})
