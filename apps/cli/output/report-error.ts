import { ProblemError } from '#client/problem-error.ts'
import type { Problem } from '#contract/errors.ts'
import { errorTable } from '#surfaces/error-table.ts'
import { plainText } from './plain-text.ts'

/** Says what went wrong on stderr, a problem document with `json`, and gives the exit status of its kind. */
export function reportError(error: unknown, { json }: { json: boolean }): number {
  const problem = toProblem(error)
  if (json) console.error(JSON.stringify(problem))
  else console.error(plainText(sentences(problem)))
  if (problem.kind === 'internal' && error instanceof Error && !(error instanceof ProblemError))
    console.error(error.stack)
  // A newer server may know kinds that this program does not.
  return errorTable[problem.kind]?.exit ?? 1
}

function sentences({ detail, errors, remedy, requestId, kind }: Problem): string {
  const lines = [ended(detail)]
  for (const fault of errors ?? []) lines.push(`  ${fault.pointer.replace(/^\//, '') || 'input'}: ${fault.message}`)
  if (remedy) lines.push(ended(remedy))
  if (kind === 'internal' && requestId) lines.push(`Request ${requestId}.`)
  return lines.join('\n')
}

const ended = (sentence: string) => (/[.?!…:]$/.test(sentence) ? sentence : `${sentence}.`)

function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  if (isDeclared(error)) return problemOf(error.code, KINDS[error.code] ?? 'validation', error.message, error.remedy)
  if (isMissingFile(error))
    return problemOf(
      'file-not-found',
      'not-found',
      `There is no file ${error.path ?? ''}`.trimEnd(),
      'See that the path is right.',
    )
  return problemOf(
    'internal',
    'internal',
    error instanceof Error ? error.message : String(error),
    'Please report this.',
  )
}

function problemOf(code: string, kind: Problem['kind'], detail: string, remedy: string): Problem {
  return {
    type: 'about:blank',
    title: errorTable[kind].title,
    status: 0,
    detail,
    code,
    kind,
    remedy,
    retryable: false,
    requestId: '',
  }
}

/** The kinds of errors that the start and the data folder declare; a wrong setting is the caller's. */
const KINDS: Record<string, Problem['kind']> = {
  'folder-held': 'database',
  'already-running': 'conflict',
  'port-taken': 'conflict',
  'port-forbidden': 'forbidden',
}

/** An error of ours that names its code and what to do, such as a bad configuration. */
const isDeclared = (error: unknown): error is Error & { code: string; remedy: string } =>
  error instanceof Error && 'remedy' in error && 'code' in error

const isMissingFile = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT'
