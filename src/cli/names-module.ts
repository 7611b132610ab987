/** Whether `--format` names a module and not one of our reporters. */
export function namesModule(format: string): boolean {
  return /[./@]|^eslint-formatter-/u.test(format)
}
