/**
 * Looks for what is inaccessible in an HTML report with axe-core, in a headless Chromium: `npm run axe -- report.html`.
 * Needs a `chromium` on the path (or its name in CHROMIUM), so it is no part of the tests. Exit code 1 when axe finds
 * anything.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [report] = process.argv.slice(2)
if (report === undefined) throw new Error('Which report? npm run axe -- report.html')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'klarbrev-axe-'))
const page = join(folder, 'page.html')
// The report forbids every script; only this copy, which axe looks at, has one.
const html = readFileSync(report, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '')
const look = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then((found) => {
  const brief = ({ id, nodes }) => ({ id, count: nodes.length, first: nodes[0].html.slice(0, 200) })
  document.documentElement.setAttribute('data-axe', JSON.stringify({
    violations: found.violations.map(brief), incomplete: found.incomplete.map(brief), passes: found.passes.length }))
})`
writeFileSync(
  page,
  html.replace('</body>', () => `<script>${axe}</script><script>${look}</script></body>`),
)
try {
  const dom = execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=600000', '--dump-dom', `file://${page}`],
    { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const found = /data-axe="([^"]*)"/u.exec(dom)?.[1]
  if (found === undefined) throw new Error('axe did not finish')
  const { violations, incomplete, passes } = JSON.parse(
    found.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )
  process.stdout.write(
    `axe: ${violations.length} violations, ${incomplete.length} to look at, ${passes} rules passed\n`,
  )
  for (const { id, count, first } of [...violations, ...incomplete])
    process.stdout.write(`  ${id} (${count}): ${first}\n`)
  process.exitCode = violations.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true })
}
