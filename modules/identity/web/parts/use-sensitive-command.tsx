import { useState, type ReactNode } from 'react'
import type { UseMutationResult } from '@tanstack/react-query'
import type { AnyCall } from '#client/client.ts'
import type { ProblemError } from '#client/problem-error.ts'
import { useCommand } from '#ui/data/use-operation.ts'
import { showProblem } from '#ui/toasts.ts'
import { ConfirmIdentity } from './confirm-identity.tsx'

/** An error to show: that somebody has to confirm who they are is asked by the dialog, and no failure. */
export function refusal(error: ProblemError | null): ProblemError | null {
  return error?.code === 'reauthentication-required' ? null : error
}

interface Options<Call, Output> {
  onSuccess?: (output: Output, input: Call) => void
  onError?: (error: ProblemError, input: Call) => void
}

/**
 * A command that may ask who is there once more. The dialog that asks is to be drawn by the caller; afterwards the
 * command goes on by itself.
 */
export function useSensitiveCommand<Call, Output>(
  operation: AnyCall<Call, Output>,
  options: Options<Call, Output> = {},
): [UseMutationResult<Output, ProblemError, Call>, ReactNode] {
  const [waiting, setWaiting] = useState<{ input: Call } | null>(null)
  const command = useCommand(operation, {
    ...options,
    onError(error, input) {
      if (error.code === 'reauthentication-required') setWaiting({ input })
      else (options.onError ?? showProblem)(error, input)
    },
  })
  const dialog = waiting && (
    <ConfirmIdentity
      onClose={() => setWaiting(null)}
      onConfirmed={() => {
        setWaiting(null)
        command.mutate(waiting.input)
      }}
    />
  )
  return [command, dialog]
}
