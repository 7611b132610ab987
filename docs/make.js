/** Writes the pages of documentation that follow from the rules. Run it with `npm run docs` after a change in a rule. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { makePages } from './pages.js'

await rm(new URL('rules/', import.meta.url), { recursive: true, force: true })
for (const [path, text] of await makePages()) {
  const file = new URL(path, import.meta.url)
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, text)
}
