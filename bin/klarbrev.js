#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { main } from '../dist/cli/main.js'

// V8 learns from the first letters, when memory is small and none has been let go of yet, that what is made for a letter
// lives long, and from then on puts it where only a full collection finds it: a run over many letters then holds half
// as much again.
setFlagsFromString('--no-allocation-site-pretenuring')

const { stdout, stderr, env } = process
// The reader of a pipe may have seen enough (`klarbrev … | head`).
for (const stream of [stdout, stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}
const interrupt = new AbortController()
process.once('SIGINT', () => {
  interrupt.abort()
  process.kill(process.pid, 'SIGINT')
})
process.exitCode = await main(process.argv.slice(2), {
  stdout,
  stderr,
  get stdin() {
    return process.stdin
  },
  env,
  cwd: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  signal: interrupt.signal,
})
