import { lazy, Suspense, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { createProject, listProjects } from '#modules/tasks/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { Field } from '#ui/field.tsx'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { GoalFields, goalInput } from './goal-fields.tsx'

const Dialog = lazy(() => import('#ui/dialog.tsx').then((module) => ({ default: module.Dialog })))
const colors: Accent[] = ['yellow', 'green', 'pink', 'lilac', 'orange', 'red']

/** Makes a project: a name and a colour. */
export function ProjectDialog({
  open,
  onClose,
  onMade,
}: {
  open: boolean
  onClose: () => void
  onMade: (id: string) => void
}) {
  if (!open) return null
  return (
    <Suspense>
      <Dialog open onClose={onClose} title="New project">
        <ProjectForm
          onMade={(id) => {
            onClose()
            onMade(id)
          }}
        />
      </Dialog>
    </Suspense>
  )
}

function ProjectForm({ onMade }: { onMade: (id: string) => void }) {
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [color, setColor] = useState<Accent>('pink')
  const [goal, setGoal] = useState({ outcome: '', targetOn: '' })
  const create = useCommand(createProject, {
    onSuccess: (project) => {
      void cache.invalidateQueries({ queryKey: operationKey(listProjects) })
      onMade(project.id)
    },
    onError: () => undefined,
  })
  return (
    <form
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) create.mutate({ name: name.trim(), color, ...goalInput(goal) })
      }}
    >
      <Field label="Name" hint="For example Website" error={create.error?.problem.detail}>
        {(control) => (
          <input
            {...control}
            className="control"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="m-0 border-0 p-0">
        <legend className="mb-1 text-sm font-semibold">Colour</legend>
        <div className="flex flex-wrap gap-2">
          {colors.map((candidate) => (
            <label
              key={candidate}
              className={classNames(
                'sheet flex min-h-9 items-center gap-2 px-2 text-sm text-on-accent',
                accentBackground(candidate),
              )}
            >
              <input
                type="radio"
                name="color"
                className="m-0 size-6 accent-ink"
                checked={color === candidate}
                onChange={() => setColor(candidate)}
              />
              {candidate}
            </label>
          ))}
        </div>
      </fieldset>
      <GoalFields goal={goal} onGoal={setGoal} />
      <Button type="submit" look="primary" className="self-end" disabled={!name.trim() || create.isPending}>
        Make the project
      </Button>
    </form>
  )
}
