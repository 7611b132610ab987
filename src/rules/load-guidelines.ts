import { KlarbrevError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Guideline } from './guideline.ts'

/** Every guideline. They are loaded when they are asked for: linting needs none. */
export async function loadGuidelines(): Promise<readonly Guideline[]> {
  const { default: guidelines } = await import('#pack/guidelines.js')
  return guidelines
}

/** The guideline of that name. Throws `unknown-value`, with the nearest name, when there is none. */
export async function findGuideline(name: string): Promise<Guideline> {
  const guidelines = await loadGuidelines()
  const found = guidelines.find((guideline) => guideline.name === name)
  if (found) return found
  const names = guidelines.map((guideline) => guideline.name)
  const near = nearest(name, names)
  const values = { option: 'guidelines', value: name, allowed: names.join(', ') }
  throw new KlarbrevError('unknown-value', { ...values, ...(near !== undefined && { nearest: near }) })
}
