import { useQueryClient } from '@tanstack/react-query'
import {
  answerDelegation,
  delegateTask,
  getTask,
  listAgents,
  listDelegations,
  listTasks,
  undoTaskChange,
  type Delegation,
} from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { modes } from './delegation-words.ts'

interface Given {
  taskId: string
  mode: Delegation['mode']
  note?: string
  personId?: string | undefined
  agentId?: string | undefined
  estimateMinutes?: number | null
}

/** Giving tasks away and answering, each with a way back. */
export function useDelegation() {
  const cache = useQueryClient()

  const refresh = () =>
    Promise.all([
      refreshList(cache, listDelegations),
      refreshList(cache, listTasks),
      ...[getTask, listAgents].map((operation) => cache.invalidateQueries({ queryKey: operationKey(operation) })),
    ]).catch(showProblem)

  const run = async (work: () => Promise<Delegation>, told: (done: Delegation) => string): Promise<boolean> => {
    try {
      const done = await work()
      const { changeId } = done
      showToast({ message: told(done), ...(changeId && { undo: () => void takeBack(changeId) }) })
      return true
    } catch (error) {
      showProblem(error)
      return false
    } finally {
      await refresh()
    }
  }
  const takeBack = async (changeId: string) => {
    await api.call(undoTaskChange, { changeId }).catch(showProblem)
    await refresh()
  }
  return {
    give: (input: Given) =>
      run(
        () => api.call(delegateTask, input),
        ({ taskTitle }) => `${modes[input.mode].told}: ${taskTitle}`,
      ),
    answer: (
      { id, rev }: Delegation,
      state: Delegation['state'],
      more: { reason?: string; actualMinutes?: number } = {},
    ) =>
      run(
        () => api.call(answerDelegation, { id, rev, state, ...more }),
        ({ taskTitle }) => `${told[state]}: ${taskTitle}`,
      ),
  }
}

const told: Record<Delegation['state'], string> = {
  pending: 'Asked again',
  'in-progress': 'In progress',
  done: 'Done',
  returned: 'Given back',
}
