import { defineCheck } from './check.ts'

/** What the reader of the file has noted, for example a block that was taken as plain text. */
export const parseNote = defineCheck(
  (z) => z.strictObject({ code: z.enum(['too-complex', 'macros', 'signed', 'external']) }),
  function* ({ letter }, { code }) {
    for (const note of letter.notes) if (note.code === code) yield { span: note.span ?? { start: 0, end: 0 } }
  },
)
