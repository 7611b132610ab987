import { pack } from '../pack.ts'
import type { Language } from '../types.ts'
import type { Rule } from './rule.ts'

/** The built-in rules, of one language or of all. */
export async function loadRules(options: { readonly language?: Language } = {}): Promise<Rule[]> {
  return options.language ? [...pack[options.language].rules] : [...pack.da.rules, ...pack.en.rules]
}
