import { useQueryClient } from '@tanstack/react-query'
import {
  allowOperation,
  decideApproval,
  disallowOperation,
  listAllowedOperations,
  listApprovals,
  type Approval,
} from '#kernel/builtin/contract.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

/** The answers to a request. */
export function useDecide({ id, operation }: Approval) {
  const refresh = useRefresh()
  const answer = useCommand(decideApproval, {
    onSuccess: ({ state }) => {
      showToast({ message: state === 'denied' ? 'Denied' : 'Allowed; the assistant goes on when it asks again' })
      refresh()
    },
    onError: (error) => {
      showProblem(error)
      refresh()
    },
  })
  const remember = useCommand(allowOperation, {
    onSuccess: () => {
      answer.mutate({ id, allow: true })
      showToast({
        message: `Assistants do ${operation} without asking from now on`,
        undo: () => void api.call(disallowOperation, { operation }).then(refresh, showProblem),
      })
    },
  })
  return {
    decide: (allow: boolean) => answer.mutate({ id, allow }),
    allowAlways: () => remember.mutate({ operation }),
    busy: answer.isPending || remember.isPending,
  }
}

/** Takes an operation off the list of those that need no question, with a way back. */
export function useDisallow() {
  const refresh = useRefresh()
  return useCommand(disallowOperation, {
    onSuccess: (_, { operation }) => {
      refresh()
      showToast({
        message: `Assistants ask again before ${operation}`,
        undo: () => void api.call(allowOperation, { operation }).then(refresh, showProblem),
      })
    },
  })
}

function useRefresh(): () => void {
  const cache = useQueryClient()
  return () => {
    void cache.invalidateQueries({ queryKey: operationKey(listApprovals) })
    void cache.invalidateQueries({ queryKey: operationKey(listAllowedOperations) })
  }
}
