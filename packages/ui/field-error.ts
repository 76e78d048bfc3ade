import { ProblemError } from '#client/problem-error.ts'

/** What is wrong with one field of a form, where that is all that is wrong; else null. */
export function fieldError(error: unknown, name: string): string | null {
  if (!(error instanceof ProblemError)) return null
  const { errors = [] } = error.problem
  return errors.length === 1 && errors[0]!.pointer === `/${name}` ? errors[0]!.message : null
}
