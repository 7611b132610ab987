/**
 * klarbrev as a library. Nothing here prints, exits or uses the network; only functions with `File` in their name read
 * files; the same input gives the same answer.
 */
export { type AnnotateOptions, annotateDocx } from './annotate/annotate-docx.ts'
export type { Remark } from './annotate/comment-text.ts'
export { removeAnnotations } from './annotate/remove-annotations.ts'
export { type CheckContext, type CheckDefinition, defineCheck } from './checks/check.ts'
export type { Config, ConfigOptions } from './config/make-config.ts'
export { openConfig } from './config/open-config.ts'
export { defineConfig, type Settings } from './config/settings.ts'
export type { ErrorCode, Problem } from './errors.ts'
export { KlarbrevError } from './errors.ts'
export { toNlcst } from './language/nlcst.ts'
export { type LintLetterOptions, lint } from './lint.ts'
export { type LintFilesOptions, lintFile, lintFiles } from './lint-files.ts'
export { type LintOptions, lintText, type ParseOptions, parseLetter } from './lint-text.ts'
export { type ReadLetterOptions, readLetter } from './reading/read-letter.ts'
export { formatResults } from './report/format-results.ts'
export type { ReportOptions } from './report/reporter.ts'
export type { ReporterName } from './report/reporter-names.ts'
export { type LoadRulesOptions, loadRules } from './rules/load-rules.ts'
export type { Example, Rule, When } from './rules/rule.ts'
export type * from './types.ts'
