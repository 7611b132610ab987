import type { Span } from '../types.ts'
import { isLetter } from './characters.ts'
import { type ActMention, readAct, readInitialsBefore } from './reference-acts.ts'
import { readEnglishAct } from './reference-acts-english.ts'
import { readSections, readSignless, type SectionGroup } from './reference-sections.ts'

/**
 * A legal reference: sections with or without their act, or an act without a section. `jf. § 25` after another
 * reference is a reference of its own and names no act.
 */
export interface Reference extends Span {
  /** The act as written: `servicelovens`, `lov om planlægning`. Missing when only a section is cited. */
  readonly act?: string
  /** The act in small letters and nominative: `serviceloven`, `lov om planlægning`. */
  readonly actKey?: string
  readonly actSpan?: Span
  /** `§ 100`, `§ 24 a`, `artikel 15`, `kapitel 5`, `section 81`, without subsections. */
  readonly sections: readonly string[]
  /** `order`: an executive order or code cited without a section. */
  readonly kind: 'section' | 'article' | 'act-only' | 'order'
}

/** Where a reference or a part of it can begin. Long words are found by their telling part. */
const CANDIDATE =
  /§|lo-?v(?=[\s\u00a0es.,;:)-]|$)|bekendtgørelse|cirkulære|reglement|forordning|direktiv|konvention|lbk|bek(?=\.?[\s\u00a0]*nr)|cir(?=\.?[\s\u00a0]*nr)|lov(?=\.?[\s\u00a0]*nr)|BR[ -]?(?:19|20)?\d\d|GDPR|EMRK|lokalplan|byplanvedtægt|regulativ|paragraf|arti[kc]|art\.|kap(?:itel|[. ])|section|[Ss]s?\.[ \u00a0]?\d|regs?\.?[ \u00a0]?\d|schedule[ \u00a0]|part[ \u00a0]\d|polic(?:y|ies)[ \u00a0]|Act(?![a-z])|Regulations?(?![a-z])|Directive|Order(?![a-z])|Rules(?![a-z])|Code(?![a-z])|Plan(?![a-z])|Charter(?![a-z])|Treaty(?![a-z])|Consolidation(?=[ \u00a0]Act)|FOIA|TF?EU(?![a-z])/gi

/** Every legal reference in a Danish or English text, in order. */
export function findReferences(text: string): Reference[] {
  const parts = findParts(text)
  const references: Reference[] = []
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Part
    const next = parts[index + 1]
    if (next && belongTogether(text, part, next, parts[index + 2])) {
      references.push(join(part, next))
      index++
    } else if (part.group) references.push(join(part, undefined))
    else if (part.act && !part.act.needsSection) references.push(join(part, undefined))
  }
  return references
}

interface Part extends Span {
  readonly act?: ActMention
  readonly group?: SectionGroup
}

function findParts(text: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const { index } of text.matchAll(CANDIDATE)) {
    if (index < end) continue
    const part = readPart(text, index, end)
    if (!part) continue
    if (part.group && text[index] === '§') pushInitials(parts, text, index, end)
    parts.push(part)
    end = part.end
    const lost = part.act && /s$/iu.test(part.act.name) ? readLost(text, end) : undefined
    if (!lost) continue
    parts.push(lost)
    end = lost.end
  }
  return parts
}

function readPart(text: string, at: number, from: number): Part | undefined {
  const group = isLetter(text.charCodeAt(at - 1)) && text[at] !== '§' ? undefined : readSections(text, at)
  if (group) return { start: group.start, end: group.end, group }
  const act = readAct(text, at) ?? readEnglishAct(text, at, from)
  return act && act.start >= from ? { start: act.start, end: act.end, act } : undefined
}

function pushInitials(parts: Part[], text: string, at: number, end: number): void {
  const act = readInitialsBefore(text, at)
  if (act && act.start >= end) parts.push({ start: act.start, end: act.end, act })
}

/** The sections after a genitive whose sign got lost. */
function readLost(text: string, end: number): Part | undefined {
  const group = /^[ \u00a0]\d/u.test(text.slice(end, end + 2)) ? readSignless(text, end + 1) : undefined
  return group && { start: group.start, end: group.end, group }
}

const ACT_FIRST =
  /^[\s\u00a0\u202f]*[,:(]?[\s\u00a0\u202f]*(?:(?:regler|bestemmelser?)(?:ne|n)?[\s\u00a0]+i[\s\u00a0]+)?$/u
const SECTION_FIRST =
  /^[\s\u00a0\u202f]*,?[\s\u00a0\u202f]*(?:i|af|of|to|under|in)[\s\u00a0\u202f]+(?:(?:the(?:[\s\u00a0]+Danish)?|den|det|Europa-Parlamentets og Rådets|Rådets)[\s\u00a0\u202f]+)?$/u

/** `servicelovens § 100` and `§ 100 i serviceloven` are one reference; `§ 4 i planlovens § 5` is not. */
function belongTogether(text: string, part: Part, next: Part, after: Part | undefined): boolean {
  if (next.start - part.end > 50) return false
  const gap = text.slice(part.end, next.start)
  if (part.act && next.group) return ACT_FIRST.test(gap)
  if (
    !part.group ||
    !next.act ||
    !(SECTION_FIRST.test(gap) || (/^[a-z]/u.test(part.group.sections[0] ?? '') && /^[\s\u00a0]$/u.test(gap)))
  )
    return false
  return !(after?.group && /s$/iu.test(next.act.name) && ACT_FIRST.test(text.slice(next.end, after.start)))
}

function join(part: Part, next: Part | undefined): Reference {
  const act = part.act ?? next?.act
  const group = part.group ?? next?.group
  return {
    start: part.start,
    end: (next ?? part).end,
    ...(act?.name && { act: act.name, actKey: act.key, actSpan: { start: act.start, end: act.end } }),
    sections: group?.sections ?? [],
    kind: group ? (group.article ? 'article' : 'section') : act?.order ? 'order' : 'act-only',
  }
}
