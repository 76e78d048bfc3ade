import { TaskStatus, type Task } from '#modules/tasks/contract.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { EffortFields } from './detail/effort-fields.tsx'
import { People } from './detail/people.tsx'
import { fromLocalInput, toLocalInput } from './local-input.ts'
import { useProjects } from './projects.ts'
import { TextField } from './text-field.tsx'
import { useSaveTask } from './use-save-task.ts'
import { priorityName, statusName } from './words.ts'

/** The fields of a task. Choices save at once, text when the field is left. */
export function TaskFields({ task }: { task: Task }) {
  const { save, conflict } = useSaveTask(task)
  const projects = useProjects()
  const disabled = task.deletedAt !== null
  return (
    <fieldset disabled={disabled} className="m-0 flex flex-col gap-5 border-0 p-0">
      <Field label="Title">
        {(control) => (
          <TextField
            value={task.title}
            onSave={(title) => title.trim() !== '' && save({ title: title.trim() })}
            onConflict={(title) => conflict({ title })}
          >
            {(text) => <input {...control} {...text} maxLength={500} className="control w-full font-semibold" />}
          </TextField>
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="State">
          {(control) => (
            <Select
              {...control}
              value={task.status}
              onChange={(event) => save({ status: event.target.value as TaskStatus })}
            >
              {TaskStatus.options.map((status) => (
                <option key={status} value={status}>
                  {statusName[status]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Priority">
          {(control) => (
            <Select
              {...control}
              value={task.priority}
              onChange={(event) => save({ priority: Number(event.target.value) })}
            >
              {priorityName.map((name, priority) => (
                <option key={name} value={priority}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Due">
          {(control) => (
            <TextField
              value={toLocalInput(task.dueAt)}
              onSave={(text) => save({ dueAt: fromLocalInput(text) })}
              onConflict={(text) => conflict({ dueAt: fromLocalInput(text) })}
            >
              {(text) => <input {...control} {...text} type="datetime-local" className="control w-full" />}
            </TextField>
          )}
        </Field>
        <Field label="Project">
          {(control) => (
            <Select
              {...control}
              value={task.projectId ?? ''}
              onChange={(event) => save({ projectId: event.target.value || null })}
            >
              <option value="">No project</option>
              {projects.all.map((project) => (
                <option key={project.id} value={project.id}>
                  {project.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <EffortFields task={task} save={save} conflict={conflict} />
      <Field label="Notes">
        {(control) => (
          <TextField value={task.notes} onSave={(notes) => save({ notes })} onConflict={(notes) => conflict({ notes })}>
            {(text) => (
              <textarea {...control} {...text} rows={8} maxLength={100_000} className="control w-full resize-y py-2" />
            )}
          </TextField>
        )}
      </Field>
      <People task={task} onChange={(assignees) => save({ assignees })} />
    </fieldset>
  )
}
