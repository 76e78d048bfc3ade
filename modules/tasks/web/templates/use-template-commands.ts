import { useQueryClient } from '@tanstack/react-query'
import { deleteTemplate, undoTaskChange, type TaskTemplate } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

/** What is done with templates from several places, with a way back. */
export function useTemplateCommands() {
  const cache = useQueryClient()
  const refresh = () => refreshModules(cache, ['tasks']).catch(showProblem)
  const takeBack = (changeId: string) => void api.call(undoTaskChange, { changeId }).then(refresh).catch(showProblem)
  /** Says what was made, with a way back. */
  const tell = (message: string, changeId: string | null) =>
    showToast({ message, ...(changeId && { undo: () => takeBack(changeId) }) })

  return {
    refresh,
    tell,
    remove: async (template: TaskTemplate) => {
      try {
        const { changeId } = await api.call(deleteTemplate, { id: template.id })
        tell(`Template removed: ${template.name}`, changeId)
      } catch (error) {
        showProblem(error)
      }
      await refresh()
    },
  }
}
