import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import type { Area, Format, Kind, Outcome } from '../../src/types.ts'

/** A good letter with slots that can be rewritten, dropped or spoiled; one YAML file each. */
export interface BaseLetter {
  readonly id: string
  readonly kind: Kind
  readonly outcome: Outcome
  readonly area: Area
  readonly date: string
  readonly format: Format
  readonly style: 'plain' | 'formal' | 'old'
  readonly text: string
  readonly slots: Readonly<Record<string, Slot>>
}

interface Slot {
  /** The rules that must speak when the slot is dropped. */
  readonly expect: readonly string[]
  readonly drop?: string
  readonly variants: readonly string[]
  readonly faults?: readonly { readonly text: string; readonly expect: readonly string[] }[]
}

/** One letter to lint and the rules that must speak. */
export interface Case {
  readonly name: string
  readonly base: BaseLetter
  readonly text: string
  readonly expect: readonly string[]
  readonly good: boolean
}

export function loadLetters(folder: string): BaseLetter[] {
  const url = new URL(`${folder}/`, import.meta.url)
  return readdirSync(url)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => load(readFileSync(new URL(name, url), 'utf8')) as BaseLetter)
}

/**
 * The cases a base letter gives: every variant of every slot in a good letter, every slot dropped, every fault. The
 * other slots take turns among their variants, so that no two cases are alike.
 */
export function* composeCases(base: BaseLetter): Generator<Case> {
  const rounds = Math.max(...Object.values(base.slots).map((slot) => slot.variants.length))
  for (let round = 0; round < rounds; round += 1) {
    yield { name: `${base.id}: good ${round}`, base, text: compose(base, round), expect: [], good: true }
  }
  let turn = 0
  for (const [name, slot] of Object.entries(base.slots)) {
    for (const [index, variant] of slot.variants.entries()) {
      turn += 1
      const text = compose(base, turn * 7 + 3, { [name]: variant })
      yield { name: `${base.id}: ${name} variant ${index}`, base, text, expect: [], good: true }
    }
    for (const round of [0, 1, 2]) {
      const text = compose(base, round * 5 + 1, { [name]: slot.drop ?? '' })
      yield { name: `${base.id}: ${name} dropped ${round}`, base, text, expect: slot.expect, good: false }
    }
    for (const [index, fault] of (slot.faults ?? []).entries()) {
      const text = compose(base, index, { [name]: fault.text })
      yield {
        name: `${base.id}: ${name} fault ${index}`,
        base,
        text,
        expect: fault.expect,
        good: fault.expect.length === 0,
      }
    }
  }
}

function compose(base: BaseLetter, round: number, fixed: Readonly<Record<string, string>> = {}): string {
  return base.text.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const slot = base.slots[name]
    if (!slot) throw new Error(`${base.id}: there is no slot ${name}`)
    return fixed[name] ?? slot.variants[round % slot.variants.length] ?? ''
  })
}
