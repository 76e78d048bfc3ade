import { ProblemError } from '#client/problem-error.ts'

const problems = {
  'file-not-attached': {
    detail: 'A file was not attached',
    remedy: 'Try it again, or leave it out. Files need Daybook to be reached.',
  },
  'files-are-away': {
    detail: 'The files of this message are on the server',
    remedy: 'Forward it once Daybook can be reached.',
  },
  // In the server's words, for when it cannot be asked.
  'no-recipient': { detail: 'Nobody is to get it', remedy: 'Add an address.' },
} as const

/** What is wrong with a letter as the page can tell by itself. */
export function letterProblem(code: keyof typeof problems): ProblemError {
  const { detail, remedy } = problems[code]
  return new ProblemError({
    type: 'about:blank',
    title: detail,
    status: 0,
    detail,
    code,
    kind: 'validation',
    remedy,
    retryable: false,
    requestId: '',
  })
}
