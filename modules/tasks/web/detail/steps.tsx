import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import {
  addStep,
  completeTask,
  deleteTask,
  listSteps,
  reopenTask,
  restoreTask,
  type Task,
  type TaskValues,
} from '#modules/tasks/contract.ts'
import type { AnyCall } from '#client/client.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { classNames } from '#ui/class-names.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { taskChanges } from '../offline/task-outbox.ts'

/** The steps of a task, to tick one after the other, with a line for the next one. */
export function Steps({ task }: { task: Task }) {
  const cache = useQueryClient()
  const steps = useOperation(listSteps, { taskId: task.id })
  const [title, setTitle] = useState('')
  const refresh = () => cache.invalidateQueries({ queryKey: operationKey(listSteps) })
  const run = async (command: AnyCall<{ id: string }, Task>, step: Task, wanted: TaskValues, told?: string) => {
    try {
      const { task: changed } = await taskChanges.change(step, wanted, () => api.call(command, { id: step.id }))
      if (told) showToast({ message: told, undo: () => void run(restoreTask, changed, { trashed: false }) })
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }
  const tick = (step: Task) =>
    step.status === 'done' ? run(reopenTask, step, { status: 'next' }) : run(completeTask, step, { status: 'done' })
  const add = async () => {
    if (title.trim() === '') return
    try {
      await api.call(addStep, { taskId: task.id, title: title.trim() })
      setTitle('')
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }
  const items = steps.data?.items ?? []
  const done = items.filter(({ status }) => status === 'done').length

  return (
    <Section title="Steps" hint={items.length > 0 ? `${done} of ${items.length} done` : 'Of two to five minutes each'}>
      {steps.isPending && <Skeleton rows={1} label="Loading the steps" />}
      {steps.isError && !steps.data && <ErrorState error={steps.error} retry={() => void steps.refetch()} />}
      {items.length > 0 && (
        <ul className="m-0 flex list-none flex-col gap-1 p-0">
          {items.map((step) => (
            <li key={step.id} className="flex min-h-11 items-center gap-3">
              <CheckBox
                aria-label={`Step: ${step.title}`}
                checked={step.status === 'done'}
                disabled={task.deletedAt !== null}
                onChange={() => void tick(step)}
              />
              <span className={classNames('min-w-0 flex-1 wrap-anywhere', step.status === 'done' && 'line-through')}>
                {step.title}
              </span>
              {step.estimateMax !== null && <span className="text-sm text-ink-soft">{step.estimateMax} min</span>}
              <IconButton
                quiet
                label={`Remove the step ${step.title}`}
                icon={X}
                onClick={() => void run(deleteTask, step, { trashed: true }, `In the trash: ${step.title}`)}
              />
            </li>
          ))}
        </ul>
      )}
      {!task.deletedAt && (
        <form
          className="flex items-stretch gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <Field label="New step" hideLabel className="min-w-0 flex-1">
            {(control) => (
              <input
                {...control}
                value={title}
                maxLength={500}
                placeholder="The next small thing"
                className="control w-full"
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" icon={Plus}>
            Add step
          </Button>
        </form>
      )}
    </Section>
  )
}
