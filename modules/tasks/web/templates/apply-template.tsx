import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import ListPlus from 'lucide-react/icons/list-plus'
import type { ProblemError } from '#client/problem-error.ts'
import { applyTemplate, previewTemplate, type TaskTemplate } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { countOf } from '#ui/format.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { browserZone } from '../repeat/repeat-choices.ts'
import { PlannedTasks } from './planned-tasks.tsx'
import { useTemplateCommands } from './use-template-commands.ts'

const Dialog = lazy(() => import('#ui/dialog.tsx').then((module) => ({ default: module.Dialog })))

interface ApplyTemplateProps {
  template: TaskTemplate
  onClose: () => void
}

/** Asks for a template's variables and its start, shows what will be made, and makes it. */
export function ApplyTemplate({ template, onClose }: ApplyTemplateProps) {
  return (
    <Suspense>
      <Dialog open onClose={onClose} title="Use the template">
        <ApplyForm template={template} onClose={onClose} />
      </Dialog>
    </Suspense>
  )
}

function ApplyForm({ template, onClose }: ApplyTemplateProps) {
  const navigate = useNavigate()
  const { refresh, tell } = useTemplateCommands()
  const [values, setValues] = useState<Record<string, string>>({})
  const [startOn, setStartOn] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const input: Asked = {
    id: template.id,
    zone: browserZone(),
    values: Object.entries(values).map(([name, value]) => `${name}=${value}`),
    ...(startOn && { startOn }),
  }
  // Typing goes before the preview.
  const shown = useDeferredValue(input)
  const preview = useQuery<Awaited<ReturnType<typeof ask>>, ProblemError>({
    queryKey: operationKey(previewTemplate, shown),
    queryFn: () => ask(shown),
    placeholderData: keepPreviousData,
  })
  const missing = template.variables.filter((name) => !values[name]?.trim())

  const make = async () => {
    setBusy(true)
    setError(null)
    try {
      const { task, made, changeId } = await api.call(applyTemplate, input)
      onClose()
      tell(`${countOf(made, 'task')} made: ${task.title}`, changeId)
      await refresh()
      void navigate({ to: '/tasks/{-$taskId}', params: { taskId: task.id } })
    } catch (cause) {
      setError(cause)
      setBusy(false)
    }
  }

  return (
    <form
      className="flex min-h-0 flex-col gap-4 overflow-y-auto p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing.length === 0) void make()
      }}
    >
      {template.variables.map((name) => (
        <TextField
          key={name}
          label={name}
          value={values[name] ?? ''}
          onValue={(value) => setValues((before) => ({ ...before, [name]: value }))}
          maxLength={500}
          autoComplete="off"
        />
      ))}
      <TextField
        label="Starts on"
        type="date"
        hint="Today, unless you choose a day. All its days are counted from it."
        value={startOn}
        onValue={setStartOn}
      />
      {preview.isPending && <Skeleton rows={2} label="Looking what will be made" />}
      <ProblemNote error={error ?? preview.error} />
      {preview.data && <PlannedTasks items={preview.data.items} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {missing.length > 0 && (
          <p className="mr-auto text-sm" role="status">
            Still to say: {missing.join(', ')}
          </p>
        )}
        <Button onClick={onClose}>Not now</Button>
        <Button type="submit" look="primary" icon={ListPlus} disabled={missing.length > 0 || busy}>
          Make {countOf(template.steps.length + 1, 'task')}
        </Button>
      </div>
    </form>
  )
}

interface Asked {
  id: string
  zone: string
  values: string[]
  startOn?: string
}

const ask = (input: Asked) => api.call(previewTemplate, input)
