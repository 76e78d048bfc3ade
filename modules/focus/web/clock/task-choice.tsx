import { getTask, listTasks } from '#modules/tasks/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'

/** The task that a session is for, out of those that are open, or none. */
export function TaskChoice({ taskId, onTask }: { taskId: string | null; onTask: (taskId: string | null) => void }) {
  const tasks = useOperation(listTasks, { sort: 'score', limit: 50 })
  const items = tasks.data?.items ?? []
  const chosen = taskId !== null && !items.some(({ id }) => id === taskId)
  return (
    <Field label="Task">
      {(control) => (
        <Select
          {...control}
          className="w-full"
          value={taskId ?? ''}
          onChange={(event) => onTask(event.target.value || null)}
        >
          <option value="">No task</option>
          {chosen && <Chosen taskId={taskId} />}
          {items.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** A task or step that is not among those on offer. */
function Chosen({ taskId }: { taskId: string }) {
  const task = useOperation(getTask, { id: taskId })
  return <option value={taskId}>{task.data?.title ?? 'The task you chose'}</option>
}
