import { KlarbrevError } from '../errors.ts'

/** What `work` gives; an error of the letter that it reads names the letter. */
export async function naming<T>(path: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof KlarbrevError) || error.values.path !== undefined) throw error
    throw new KlarbrevError(error.code, { ...error.values, path }, error.problems, { cause: error })
  })
}
