import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type { AnyCall } from '#client/client.ts'
import { ProblemError } from '#client/problem-error.ts'
import { showProblem } from '../toasts.ts'
import { api } from './api.ts'
import { askOrKept } from './kept-answers.ts'

/** Where the answer of a query lies in the cache. */
export function operationKey(operation: AnyCall<any, any>, input?: unknown): unknown[] {
  return input === undefined ? [operation.name] : [operation.name, input]
}

/** Reads a query and keeps its answer. */
export function useOperation<Call, Output>(
  operation: AnyCall<Call, Output>,
  input: Call,
  options: {
    enabled?: boolean
    refetchInterval?: number | false | ((data: Output | undefined) => number | false)
  } = {},
): UseQueryResult<Output, ProblemError> {
  const { refetchInterval: interval, ...rest } = options
  return useQuery<Output, ProblemError>({
    queryKey: operationKey(operation, input),
    queryFn: ({ signal }) => askOrKept(operation.name, input, () => api.call(operation, input, { signal })),
    refetchInterval: typeof interval === 'function' ? (query) => interval(query.state.data) : interval,
    ...rest,
  })
}

/** Calls a command. A failure is told in a toast, unless the caller shows it itself. */
export function useCommand<Call, Output>(
  operation: AnyCall<Call, Output>,
  options: {
    onSuccess?: (output: Output, input: Call) => void
    onError?: (error: ProblemError, input: Call) => void
  } = {},
): UseMutationResult<Output, ProblemError, Call> {
  return useMutation<Output, ProblemError, Call>({
    mutationFn: (input) => api.call(operation, input),
    onSuccess: (output, input) => options.onSuccess?.(output, input),
    onError: options.onError ?? ((error) => showProblem(error)),
  })
}
