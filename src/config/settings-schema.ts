import { z } from 'zod'
import { authoritySchema, ruleChoices, ruleChoicesAsWritten } from '../rules/schema.ts'
import { areas, kinds, languages, outcomes, severities } from '../types.ts'

/** The schema of a settings file. Loaded only where there is one; editors get it as `schemas/klarbrev.schema.json`. */

const glob = z.string().min(1).max(500)
const globs = z.array(glob).max(1000)
const words = z.string().min(1).max(200)

const settingsOf = <Choices extends z.ZodType>(rules: Choices) =>
  z.strictObject({
    $schema: z.string().optional().describe('The JSON Schema of this file, for editors.'),
    extends: z
      .union([words, z.array(words).min(1)])
      .optional()
      .describe('Profiles by name and settings files by path (./shared.yml); later ones go before earlier ones.'),
    rules: rules.optional().describe('Rules by id: error, warning, suggestion or off; or a severity and options.'),
    ruleFiles: z.array(words).optional().describe('Rule files of your own, or folders of them.'),
    ignore: globs.optional().describe('Globs of files that are never read.'),
    overrides: z
      .array(
        z.strictObject({
          files: globs.min(1).describe('Globs, from the folder of the settings file that was found.'),
          rules: rules.optional(),
          template: z.boolean().optional().describe('Unfilled fields are expected.'),
          fragment: z.boolean().optional().describe('A part of a letter, such as the complaint guidance alone.'),
          kind: z.enum(kinds).optional(),
          outcome: z.enum(outcomes).optional(),
          area: z.enum(areas).optional(),
          language: z.enum(languages).optional(),
        }),
      )
      .optional()
      .describe('What holds of the letters that some globs fit.'),
    words: z
      .strictObject({
        allow: z.array(words).optional().describe('Words that no rule marks by themselves; * stands for any ending.'),
        avoid: z
          .array(z.strictObject({ words, use: z.array(words) }))
          .optional()
          .describe('Words to avoid, each with what to write instead.'),
      })
      .optional()
      .describe("The authority's own words."),
    authority: authoritySchema.optional().describe('Facts about the authority that letters are held against.'),
    baseline: words.optional().describe('The file of violations that are accepted until further notice.'),
    locale: z.enum(languages).optional().describe('Language of the messages.'),
    failOn: z
      .enum([...severities, 'never'])
      .optional()
      .describe('What gives exit code 1.'),
    maxWarnings: z.int().min(0).optional().describe('Exit code 1 when there are more warnings than this.'),
    excerpts: z.enum(['none', 'masked', 'full']).optional().describe('How much of the letter a report quotes.'),
  })

export const settingsSchema = settingsOf(ruleChoices)

/** The same as people write it, without what reading makes of it: for the JSON Schema. */
export const settingsAsWritten = settingsOf(ruleChoicesAsWritten)
