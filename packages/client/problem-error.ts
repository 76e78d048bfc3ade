import type { Problem } from '#contract/errors.ts'

/** An error that Daybook answered, or one of kind `network` when it could not be reached. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options)
    this.name = 'ProblemError'
    this.problem = problem
  }

  get code(): string {
    return this.problem.code
  }

  /** Reads the problem document of a failed answer. */
  static async from(response: Response): Promise<ProblemError> {
    const text = await response.text()
    const parsed = parseProblem(text)
    return new ProblemError(parsed ?? unknownProblem(response))
  }

  /** The connection itself failed. */
  static network(cause: unknown): ProblemError {
    return new ProblemError(
      {
        type: 'about:blank',
        title: 'Not reached',
        status: 0,
        detail: 'Daybook cannot be reached',
        code: 'not-reached',
        kind: 'network',
        remedy: 'See that it is running, then try again.',
        retryable: true,
        requestId: '',
      },
      { cause },
    )
  }
}

function parseProblem(text: string): Problem | null {
  try {
    const value = JSON.parse(text) as Problem
    return typeof value.code === 'string' ? value : null
  } catch {
    // A proxy's error page, not ours.
    return null
  }
}

function unknownProblem(response: Response): Problem {
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: `The server answered ${response.status}`,
    code: 'unknown-answer',
    kind: response.status >= 500 ? 'unavailable' : 'validation',
    retryable: response.status >= 500,
    requestId: response.headers.get('x-request-id') ?? '',
  }
}
