import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import Hourglass from 'lucide-react/icons/hourglass'
import X from 'lucide-react/icons/x'
import {
  addDependency,
  getTask,
  listDependencies,
  listTasks,
  removeDependency,
  type Dependency,
  type Task,
} from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { showProblem } from '#ui/toasts.ts'
import { statusAccent, statusName } from '../words.ts'

/** What a task waits for and what waits for it. */
export function Waits({ task }: { task: Task }) {
  const cache = useQueryClient()
  const waits = useOperation(listDependencies, { id: task.id })
  const change = async (command: typeof addDependency | typeof removeDependency, onId: string) => {
    try {
      await api.call(command as typeof removeDependency, { id: task.id, onId })
    } catch (error) {
      showProblem(error)
    }
    await Promise.all([
      cache.invalidateQueries({ queryKey: operationKey(listDependencies) }),
      cache.invalidateQueries({ queryKey: operationKey(getTask) }),
    ])
  }
  const { waitsFor = [], holdsUp = [] } = waits.data ?? {}
  return (
    <Section title="Waits for" hint={waitsFor.length === 0 ? 'Nothing: it can begin whenever you like.' : undefined}>
      {waits.isError && !waits.data && <ErrorState error={waits.error} retry={() => void waits.refetch()} />}
      {waitsFor.length > 0 && (
        <ul className="m-0 flex list-none flex-col gap-1 p-0">
          {waitsFor.map((each) => (
            <li key={each.onId} className="flex min-h-11 items-center gap-3">
              <Other id={each.onId} dependency={each} />
              <IconButton
                quiet
                label={`Wait no more for ${each.title}`}
                icon={X}
                onClick={() => void change(removeDependency, each.onId)}
              />
            </li>
          ))}
        </ul>
      )}
      {!task.deletedAt && <Choose task={task} taken={waitsFor} onChoose={(id) => void change(addDependency, id)} />}
      {holdsUp.length > 0 && (
        <>
          <h3 className="text-base">Waits for this one</h3>
          <ul className="m-0 flex list-none flex-col gap-1 p-0">
            {holdsUp.map((each) => (
              <li key={each.taskId} className="flex min-h-11 items-center gap-3">
                <Other id={each.taskId} dependency={each} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Other({ id, dependency }: { id: string; dependency: Dependency }) {
  return (
    <>
      <Chip accent={statusAccent[dependency.status]} {...(dependency.holds && { icon: Hourglass })}>
        {statusName[dependency.status]}
      </Chip>
      <Link to="/tasks/{-$taskId}" params={{ taskId: id }} className="min-w-0 flex-1 wrap-anywhere">
        {dependency.title}
      </Link>
    </>
  )
}

/** Open tasks that it may wait for: the newest, or those of some words. */
function Choose(props: { task: Task; taken: readonly Dependency[]; onChoose: (id: string) => void }) {
  const { task, taken, onChoose } = props
  const [words, setWords] = useState('')
  const q = words.replace(/["()]/g, ' ').trim()
  const found = useOperation(listTasks, { limit: 30, ...(q && { q: `title:"${q}"` }) })
  const known = new Set([task.id, ...taken.map(({ onId }) => onId)])
  const choices = (found.data?.items ?? []).filter(({ id }) => !known.has(id))
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Field label="Look for a task to wait for" hideLabel>
        {(control) => (
          <input
            {...control}
            value={words}
            maxLength={200}
            placeholder="Words of its title"
            className="control w-full"
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <Field label="Wait for" hideLabel>
        {(control) => (
          <Select {...control} value="" onChange={(event) => event.target.value && onChoose(event.target.value)}>
            <option value="">{choices.length === 0 ? 'No such open task' : 'Choose a task…'}</option>
            {choices.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
