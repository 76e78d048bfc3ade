import { useState } from 'react'
import Save from 'lucide-react/icons/save'
import type { TaskTemplate } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useProjects } from '../projects.ts'
import { priorityName } from '../words.ts'
import { ComingAlong } from './coming-along.tsx'
import { draftOf, fieldsOf, type TemplateDraft, type TemplateFields } from './template-draft.ts'

interface TemplateFormProps {
  /** Null for a new one. */
  template: TaskTemplate | null
  action: string
  /** `dropRecurrence`: what is made of it repeats no more. */
  onSave: (fields: TemplateFields, dropRecurrence: boolean) => Promise<void>
}

const whens = [
  ['startIn', 'Begins'],
  ['dueIn', 'Due'],
  ['deadlineIn', 'Deadline'],
] as const

/** What a template says: its task, its outline, its days. */
export function TemplateForm({ template, action, onSave }: TemplateFormProps) {
  const projects = useProjects()
  const [draft, setDraft] = useState(() => draftOf(template))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const set = (change: Partial<TemplateDraft>) => setDraft((before) => ({ ...before, ...change }))
  const save = async () => {
    setBusy(true)
    setError(null)
    await onSave(fieldsOf(draft), !draft.repeats).catch(setError)
    setBusy(false)
  }

  return (
    <form
      className="flex max-w-160 flex-col gap-5 p-4 md:p-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.title.trim() !== '') void save()
      }}
    >
      <TextField
        label="Title of the task"
        hint="{{client}} is a variable: it is asked for when you use the template. Notes, labels and steps have them too."
        value={draft.title}
        onValue={(title) => set({ title })}
        maxLength={500}
        required
        takesFocus={template === null}
      />
      <TextField
        label="Name of the template"
        hint="As the list shows it; the title unless you write one."
        value={draft.name}
        onValue={(name) => set({ name })}
        maxLength={200}
      />
      <Field
        label="Steps, one a line"
        hint="Two blanks deeper for what stands below a line. At its end minutes and a day: Send the contract 30 min +3d 09:00"
      >
        {(control) => (
          <textarea
            {...control}
            rows={8}
            value={draft.outline}
            spellCheck
            className="control w-full resize-y py-2 font-mono text-sm"
            onChange={(event) => set({ outline: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        {whens.map(([name, label]) => (
          <TextField
            key={name}
            label={label}
            hint="From the start: +3d, +2w"
            value={draft[name]}
            onValue={(value) => set({ [name]: value })}
            maxLength={12}
            pattern="\s*[+\-]\d{1,4}[dwm]( ([01]\d|2[0-3]):[0-5]\d)?\s*"
            title="Such as +3d, +2w, +1m or +3d 09:00"
          />
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Labels"
          hint="Separated by commas"
          value={draft.labels}
          onValue={(labels) => set({ labels })}
          maxLength={2000}
        />
        <TextField
          label="Estimate, minutes"
          hint="One number, or from and to: 20-45"
          value={draft.estimate}
          onValue={(estimate) => set({ estimate })}
          inputMode="numeric"
          maxLength={20}
        />
        <Field label="Project">
          {(control) => (
            <Select {...control} value={draft.projectId} onChange={(event) => set({ projectId: event.target.value })}>
              <option value="">No project</option>
              {projects.all.map((project) => (
                <option key={project.id} value={project.id}>
                  {project.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Priority">
          {(control) => (
            <Select {...control} value={draft.priority} onChange={(event) => set({ priority: event.target.value })}>
              {priorityName.map((name, priority) => (
                <option key={name} value={priority}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label="Notes">
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={100_000}
            value={draft.notes}
            className="control w-full resize-y py-2"
            onChange={(event) => set({ notes: event.target.value })}
          />
        )}
      </Field>
      {template && <ComingAlong template={template} draft={draft} set={set} />}
      <ProblemNote error={error} />
      <Button
        type="submit"
        icon={Save}
        look={template === null ? 'primary' : 'plain'}
        className="self-start"
        disabled={busy || draft.title.trim() === ''}
      >
        {action}
      </Button>
    </form>
  )
}
