import { defineCheck } from './check.ts'

/**
 * Marks where a letter says that something may be accepted, and the saying itself is at fault: it gives no reason
 * (`without-reason`, and so has no effect), or there was nothing to accept (`unused`).
 */
export const suppression = defineCheck(
  (z) => z.strictObject({ fault: z.enum(['without-reason', 'unused']) }),
  function* ({ suppressions }, { fault }) {
    for (const { ruleIds, reason, used, place } of suppressions) {
      const atFault = fault === 'unused' ? !used && reason !== undefined : reason === undefined
      if (atFault) yield { span: place, values: { rules: ruleIds.join(', ') || '?' } }
    }
  },
  {},
  { afterwards: true },
)
