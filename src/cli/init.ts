import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { KlarbrevError } from '../errors.ts'
import { say } from '../messages.ts'
import { findProfile, profileNames } from '../rules/load-rules.ts'
import type { Language } from '../types.ts'
import type { Io } from './io.ts'

/** The options of `klarbrev init`. */
export interface InitOptions {
  readonly profile?: string
  readonly authority?: string
  readonly force?: boolean
  readonly locale?: Language
}

const path = 'klarbrev.yml'

/** Writes a settings file with a comment on each part. Throws when there is one, unless `force`. */
export async function init(
  { profile = 'recommended', authority, force, locale = 'da' }: InitOptions,
  io: Io,
): Promise<void> {
  findProfile(profile)
  const file = resolve(io.cwd, path)
  if (existsSync(file) && !force) {
    throw new KlarbrevError('config-exists', { path })
  }
  const name = JSON.stringify(authority ?? say(locale, 'init.authority'))
  const text = say(locale, 'init.file', { profile, profiles: profileNames.join(', '), authority: name })
  writeFileSync(file, text, { flag: force ? 'w' : 'wx' })
  io.stdout.write(`${say(locale, 'init.written', { path })}\n`)
}
