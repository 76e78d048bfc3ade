import { useNavigate } from '@tanstack/react-router'
import LayoutTemplate from 'lucide-react/icons/layout-template'
import { saveAsTemplate, type Task } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { browserZone } from '../repeat/repeat-choices.ts'
import { useTemplateCommands } from './use-template-commands.ts'

/** Makes a template of a task and all below it. */
export function SaveAsTemplate({ task }: { task: Task }) {
  const navigate = useNavigate()
  const { refresh } = useTemplateCommands()
  const save = async () => {
    try {
      const { id, name } = await api.call(saveAsTemplate, { id: task.id, zone: browserZone() })
      const open = () => void navigate({ to: '/templates/{-$templateId}', params: { templateId: id } })
      showToast({ message: `Saved as a template: ${name}`, action: { label: 'Open it', run: open } })
      await refresh()
    } catch (error) {
      showProblem(error)
    }
  }
  return <IconButton label="Save as a template" icon={LayoutTemplate} onClick={() => void save()} />
}
