/** Why a file, a setting or a call could not be used. Each code has its texts in the catalogue of messages. */
export type ErrorCode =
  | 'input-empty'
  | 'input-report'
  | 'input-no-letters'
  | 'input-too-large'
  | 'input-not-found'
  | 'input-unreadable'
  | 'input-not-a-file'
  | 'input-undecodable'
  | 'input-binary'
  | 'input-unknown-format'
  | 'docx-lockfile'
  | 'docx-not-zip'
  | 'docx-not-word'
  | 'docx-is-doc'
  | 'docx-password'
  | 'docx-damaged'
  | 'docx-unsupported-zip'
  | 'docx-too-large'
  | 'docx-suspicious'
  | 'docx-doctype'
  | 'docx-xml'
  | 'annotate-not-word'
  | 'config-exists'
  | 'config-invalid'
  | 'rule-invalid'
  | 'rules-not-found'
  | 'unknown-rule'
  | 'unknown-value'
  | 'no-input'

/** One thing to put right: where it stands and what is wrong with it. */
export interface Problem {
  /** For example `klarbrev.yml:3:5` or `--format`. */
  readonly where?: string
  readonly text: string
  /** The message `problem.<key>` of the catalogue says the same in the reader's language. */
  readonly key?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/**
 * An error that a user can put right. Programming mistakes are ordinary errors and keep their stack.
 * `values` fill the names in the message of `code`.
 */
export class KlarbrevError extends Error {
  readonly code: ErrorCode
  readonly values: Readonly<Record<string, string | number>>
  readonly problems: readonly Problem[]

  constructor(
    code: ErrorCode,
    values: Readonly<Record<string, string | number>> = {},
    problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(
      [code, ...problems.map((problem) => [problem.where, problem.text].filter(Boolean).join(': '))].join('\n'),
      options,
    )
    this.name = 'KlarbrevError'
    this.code = code
    this.values = values
    this.problems = problems
  }
}
