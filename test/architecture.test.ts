import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

interface Allowed {
  readonly folders: readonly string[]
  readonly packages: readonly string[]
}

/**
 * Who may import what: the table of docs/architecture.md. A folder may import from itself, from the files every folder
 * may use, and from the folders and packages listed here.
 */
const everywhere = ['types', 'errors', 'limits', 'nearest']
const allowed = {
  formats: {
    folders: [],
    packages: [
      'unified',
      'remark-parse',
      'micromark-extension-gfm-table',
      'mdast-util-gfm-table',
      'mdast',
      'saxes',
      'yauzl',
      'node:zlib',
      'node:buffer',
      'node:stream',
      'node:events',
    ],
  },
  language: { folders: ['pack'], packages: ['unified', 'retext-english', 'nlcst', 'vfile'] },
  reading: { folders: ['language', 'pack', 'rules/vocabulary'], packages: [] },
  checks: {
    folders: ['language', 'reading', 'pack', 'rules/rule', 'rules/vocabulary', 'suppressions'],
    packages: ['zod'],
  },
  rules: {
    folders: ['checks', 'language', 'pack'],
    packages: [
      'zod',
      'js-yaml',
      '@eslint-community/regexpp',
      'node:fs/promises',
      'node:path',
      'node:url',
      '#pack/profiles.js',
      '#pack/guidelines.js',
    ],
  },
  // Rules and guidelines have pages of their own, so reports know their shapes, but not how they are loaded.
  report: { folders: ['messages', 'version', 'formats/locate', 'rules/rule', 'rules/guideline'], packages: [] },
  compare: { folders: ['formats/locate', 'language', 'pack', 'reading'], packages: [] },
  annotate: { folders: ['formats', 'messages'], packages: [] },
  config: {
    folders: ['rules', 'lint-text'],
    packages: ['zod', 'picomatch', 'scslre', 'node:fs', 'node:path'],
  },
  lint: { folders: ['checks', 'formats/locate', 'pack', 'reading', 'rules/rule', 'suppressions'], packages: [] },
  suppressions: { folders: [], packages: [] },
}

const imports = globSync('src/**/*.ts').flatMap((file) => {
  const [, folder = ''] = file.replace(/\.ts$/, '').split(path.sep)
  const source = readFileSync(file, 'utf8')
  return Array.from(source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g), ([, target = '']) => ({
    file,
    folder,
    target: resolve(file, target),
  }))
})

test.each(Object.entries<Allowed>(allowed))('src/%s imports only what it may', (folder, { folders, packages }) => {
  const mine = imports.filter((one) => one.folder === folder)
  const wrong = mine.filter(({ target }) => {
    if (!target.startsWith('src/')) return !packages.includes(target)
    const name = target.slice('src/'.length)
    return ![folder, ...everywhere, ...folders].some((may) => name === may || name.startsWith(`${may}/`))
  })
  expect(wrong).toEqual([])
  expect(mine.length).toBeGreaterThan(0)
})

test.each(['console', 'process'])('only the command line touches %s', (name) => {
  const users = globSync('src/**/*.ts').filter((file) =>
    new RegExp(`(?<![.\\w])${name}\\.`).test(withoutComments(readFileSync(file, 'utf8'))),
  )
  expect(
    users.filter(
      (file) => !file.startsWith(path.join('src', 'cli')) && file !== path.join('src', 'rules', 'bundle.ts'),
    ),
  ).toEqual([])
})

test('rules, checks and the engine know no rule by name', () => {
  const named = globSync(['src/lint.ts', 'src/checks/*.ts', 'src/reading/*.ts']).filter((file) =>
    /'(?:decision|justification|complaint|deadline|letter|plain|tone)\/[a-z-]+'/.test(readFileSync(file, 'utf8')),
  )
  expect(named).toEqual([])
})

function resolve(file: string, target: string): string {
  if (!target.startsWith('.')) return target
  // `.js`: a type that src/rules/bundle.ts, the program of the build, writes into the declarations of the packs.
  return path.posix.join(path.posix.dirname(file.split(path.sep).join('/')), target).replace(/\.[jt]s$/, '')
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}
