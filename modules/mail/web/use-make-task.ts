import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { listLinks } from '#kernel/builtin/contract.ts'
import { createTaskFromMessage, listTasks } from '#modules/tasks/contract.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { showToast } from '#ui/toasts.ts'

/** Makes a task of a message and offers to open it. */
export function useMakeTask() {
  const cache = useQueryClient()
  const navigate = useNavigate()
  return useCommand(createTaskFromMessage, {
    onSuccess: (task) => {
      void cache.invalidateQueries({ queryKey: operationKey(listLinks) })
      void refreshList(cache, listTasks)
      showToast({
        message: `Task made: ${task.title}`,
        action: { label: 'Open', run: () => void navigate({ to: `/tasks/${task.id}` }) },
      })
    },
  })
}
