import { QueryCache, MutationCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '#client/problem-error.ts'
import { setConnection } from './connection.ts'

/** The cache of everything read; `onSignedOut` runs when the server no longer knows who asks. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (!(error instanceof ProblemError)) return
    if (error.code === 'not-signed-in') onSignedOut()
    if (error.problem.kind === 'network') setConnection('offline')
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Daybook may well answer on this machine while the browser has no network, and what it answered last is kept.
      queries: { retry: retryOnce, retryDelay: 400, staleTime: 10_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

// A person waits in front of the page: one more try, then the page says what happened and offers the next.
function retryOnce(failures: number, error: unknown): boolean {
  return failures < 1 && error instanceof ProblemError && error.problem.retryable
}
