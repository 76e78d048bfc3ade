import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getMe } from '#modules/identity/contract.ts'
import { createProject, listProjects, updateProject, type Project } from '#modules/tasks/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { Switch } from '#ui/switch.tsx'
import { GoalFields, goalInput } from '../goal-fields.tsx'
import { useProjects } from '../projects.ts'

const colors: Accent[] = ['yellow', 'green', 'pink', 'lilac', 'orange', 'red']

/** What a project is called, how it looks, where it stands and who sees it. */
export function ProjectForm({ project, onDone }: { project: Project | null; onDone: (id: string) => void }) {
  const cache = useQueryClient()
  const [name, setName] = useState(project?.name ?? '')
  const [color, setColor] = useState<Accent>((project?.color as Accent | null) ?? 'pink')
  const [parentId, setParentId] = useState(project?.parentId ?? null)
  const [isPrivate, setPrivate] = useState(project?.visibility === 'private')
  const [goal, setGoal] = useState({ outcome: project?.outcome ?? '', targetOn: project?.targetOn ?? '' })
  const me = useOperation(getMe, {}).data?.user.id
  const projects = useProjects()
  const after = {
    onSuccess: ({ id }: Project) => {
      void cache.invalidateQueries({ queryKey: operationKey(listProjects) })
      onDone(id)
    },
    onError: () => undefined,
  }
  const create = useCommand(createProject, after)
  const update = useCommand(updateProject, after)
  const isMine = project === null || project.ownerId === me
  const parents = projects.all.filter(
    (each) => each.id !== project?.id && !each.archived && (each.visibility === 'shared' || isPrivate),
  )
  const problem = create.error ?? update.error

  function save(): void {
    const visibility = isPrivate ? ('private' as const) : ('shared' as const)
    const fields = { name: name.trim(), color: color as 'pink', parentId, ...goalInput(goal) }
    if (project === null) create.mutate({ ...fields, visibility })
    else update.mutate({ id: project.id, rev: project.rev, ...fields, ...(isMine && { visibility }) })
  }

  return (
    <form
      className="flex flex-col gap-4 overflow-y-auto p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) save()
      }}
    >
      <Field label="Name" hint="For example Website" error={problem?.problem.detail}>
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
      <Field label="Stands below">
        {(control) => (
          <Select {...control} value={parentId ?? ''} onChange={(event) => setParentId(event.target.value || null)}>
            <option value="">No other project</option>
            {parents.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <GoalFields goal={goal} onGoal={setGoal} />
      <Switch
        label="Only I see it"
        hint={
          isMine ? 'Nobody else finds the project, nor what is in it.' : 'Only the owner of a project says who sees it.'
        }
        on={isPrivate}
        disabled={!isMine}
        onChange={setPrivate}
      />
      <Button
        type="submit"
        look="primary"
        className="self-end"
        disabled={!name.trim() || create.isPending || update.isPending}
      >
        {project === null ? 'Make the project' : 'Save the project'}
      </Button>
    </form>
  )
}
