import { useDeferredValue, useState } from 'react'
import { listTasks, moveTask, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { api } from '#ui/data/api.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useViews } from '../views/use-views.ts'
import { levelName } from '../words.ts'

/** As many as fit on the screen. */
const FOUND = 8
const SUBTASK = 5
const TASK = 4

/** Puts a task under another one with all below it, or lets it stand alone. */
export function PlaceDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { change } = useViews()
  const [words, setWords] = useState('')
  const [level, setLevel] = useState(Math.min(task.level, SUBTASK))
  const asked = useDeferredValue(words.trim().replaceAll('"', ''))
  const found = useOperation(listTasks, {
    view: 'open',
    limit: FOUND + 1,
    ...(asked !== '' && { q: `title:"${asked}"` }),
  })
  const others = (found.data?.items ?? [])
    .filter(({ id, level: under }) => id !== task.id && id !== task.parentId && under <= SUBTASK)
    .slice(0, FOUND)
  const move = (parentId: string | null, told: string, at?: number) => {
    onClose()
    void change(() => api.call(moveTask, { id: task.id, parentId, ...(at !== undefined && { level: at }) }), told)
  }
  return (
    <Dialog open onClose={onClose} title="Where it stands">
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-4">
        <Field label="Look for the task it belongs to">
          {(control) => (
            <input
              {...control}
              type="search"
              value={words}
              maxLength={200}
              className="control w-full"
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        {found.isPending && <Skeleton rows={2} label="Looking for tasks" />}
        {found.isError && !found.data && <ErrorState error={found.error} retry={() => void found.refetch()} />}
        {found.data && others.length === 0 && <p className="text-ink-soft">No open task is called so.</p>}
        <ul aria-label="Tasks to put it under" className="m-0 flex list-none flex-col gap-2 p-0">
          {others.map((other) => (
            <li key={other.id}>
              <Button
                className="w-full justify-start!"
                onClick={() => move(other.id, `Under ${other.title}: ${task.title}`)}
              >
                <span className="truncate">{other.title}</span>
                <span className="ml-auto font-normal text-ink-soft">{levelName[other.level]}</span>
              </Button>
            </li>
          ))}
        </ul>
        <section className="flex flex-wrap items-end gap-3 border-t-(length:--border) border-line pt-4">
          <Field label="Or on its own, as">
            {(control) => (
              <Select {...control} value={level} onChange={(event) => setLevel(Number(event.target.value))}>
                {levelName.slice(0, SUBTASK + 1).map((name, at) => (
                  <option key={name} value={at}>
                    {at === TASK ? 'Task, as usual' : name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button onClick={() => move(null, `Stands alone: ${task.title}`, level)}>Let it stand alone</Button>
        </section>
      </div>
    </Dialog>
  )
}
