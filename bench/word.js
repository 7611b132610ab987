/**
 * Milliseconds and memory per Word file, beside mammoth: each reads all fixtures many times in a process of its own.
 * mammoth is not a dependency: `npm install --no-save mammoth@1.13.0` first. Run with `node bench/word.js`.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../fixtures/da/', import.meta.url))
const rounds = 40

const readers = {
  'klarbrev, text and places': async () => {
    const { readDocx } = await import('../dist/formats/docx/read-docx.js')
    return readDocx
  },
  'mammoth, text': async () => {
    const { default: mammoth } = await import('mammoth')
    return (buffer) => mammoth.extractRawText({ buffer })
  },
  'mammoth, HTML': async () => {
    const { default: mammoth } = await import('mammoth')
    return (buffer) => mammoth.convertToHtml({ buffer })
  },
}

const asked = process.argv[2]
if (asked === undefined) {
  console.log('reader                      first ms   mean ms   most MB')
  for (const name of Object.keys(readers)) {
    try {
      process.stdout.write(execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'pipe' }))
    } catch {
      console.log(`${name.padEnd(28)}is not installed`)
    }
  }
} else {
  const read = await readers[asked]()
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.docx'))
    .map((file) => readFileSync(folder + file))
  const start = performance.now()
  await read(files[0])
  const first = performance.now() - start
  const cpu = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) for (const file of files) await read(file)
  const { user, system } = process.cpuUsage(cpu)
  const mean = (user + system) / 1000 / rounds / files.length
  const megabytes = process.resourceUsage().maxRSS / 1024
  const cells = [first.toFixed(1).padStart(8), mean.toFixed(2).padStart(10), megabytes.toFixed(0).padStart(10)]
  console.log(asked.padEnd(28) + cells.join(''))
}
