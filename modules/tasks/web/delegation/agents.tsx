import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Bot from 'lucide-react/icons/bot'
import Plus from 'lucide-react/icons/plus'
import { createAgent, listAgents, updateAgent, type Agent } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { takeFocus } from './take-focus.ts'

/** The agents of the workspace: what each can do, how much it takes and has. */
export function Agents() {
  const cache = useQueryClient()
  const agents = useOperation(listAgents, {})
  const [editing, setEditing] = useState<string | null>(null)
  const refresh = () => void cache.invalidateQueries({ queryKey: operationKey(listAgents) })
  const change = useCommand(updateAgent, { onSuccess: refresh })
  const putAway = (agent: Agent) =>
    change.mutate(
      { id: agent.id, archived: true },
      {
        onSuccess: () =>
          showToast({
            message: `Put away: ${agent.name}`,
            undo: () => change.mutate({ id: agent.id, archived: false }),
          }),
      },
    )
  const items = agents.data?.items ?? []
  const done = () => {
    setEditing(null)
    refresh()
  }
  return (
    <>
      {agents.isPending && <Skeleton rows={3} label="Loading the agents" />}
      {agents.isError && !agents.data && <ErrorState error={agents.error} retry={() => void agents.refetch()} />}
      {agents.data && items.length === 0 && editing === null && (
        <EmptyState
          icon={Bot}
          accent="lilac"
          title="There is no agent yet."
          action={
            <Button look="primary" onClick={() => setEditing('')}>
              Add an agent
            </Button>
          }
          example="An agent is a program or a service that takes work, such as “Research”: reading, two tasks at once."
        />
      )}
      {items.length > 0 && (
        <ul aria-label="Agents" className="m-0 flex list-none flex-col gap-3 p-0">
          {items.map((agent) => (
            <li key={agent.id} className="sheet flex flex-col gap-2 p-3">
              {editing === agent.id ? (
                <AgentForm agent={agent} onDone={done} onCancel={() => setEditing(null)} />
              ) : (
                <>
                  <p className="flex flex-wrap items-center gap-2">
                    <span className="font-semibold wrap-anywhere">{agent.name}</span>
                    <Chip accent={agent.open >= agent.capacity ? 'orange' : 'green'}>
                      {agent.open} of {agent.capacity}
                    </Chip>
                    {agent.skills.map((skill) => (
                      <Chip key={skill}>{skill}</Chip>
                    ))}
                  </p>
                  <p className="flex gap-2">
                    <Button onClick={() => setEditing(agent.id)}>
                      Change<span className="sr-only"> {agent.name}</span>
                    </Button>
                    <Button onClick={() => putAway(agent)}>
                      Put away<span className="sr-only"> {agent.name}</span>
                    </Button>
                  </p>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === '' && (
        <div className="sheet p-3">
          <AgentForm onDone={done} onCancel={() => setEditing(null)} />
        </div>
      )}
      {items.length > 0 && editing === null && (
        <Button icon={Plus} className="self-start" onClick={() => setEditing('')}>
          Add an agent
        </Button>
      )}
    </>
  )
}

function AgentForm({ agent, onDone, onCancel }: { agent?: Agent; onDone: () => void; onCancel: () => void }) {
  const [name, setName] = useState(agent?.name ?? '')
  const [skills, setSkills] = useState(agent?.skills.join(', ') ?? '')
  const [limit, setLimit] = useState(String(agent?.capacity ?? 1))
  const hold = { onSuccess: onDone, onError: () => undefined }
  const create = useCommand(createAgent, hold)
  const update = useCommand(updateAgent, hold)
  const problem = (create.error ?? update.error)?.problem.detail
  const save = () => {
    const words = skills.split(',').map((skill) => skill.trim())
    const fields = { name: name.trim(), skills: words.filter(Boolean), capacity: Number(limit) }
    if (agent) update.mutate({ id: agent.id, rev: agent.rev, ...fields })
    else create.mutate(fields)
  }
  return (
    <form
      className="grid gap-4 sm:grid-cols-2"
      aria-label={agent ? `Change ${agent.name}` : 'New agent'}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field label="Name" error={problem}>
        {(control) => (
          <input
            {...control}
            ref={takeFocus}
            className="control w-full"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Tasks at once">
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            max={100}
            required
            className="control w-full"
            value={limit}
            onChange={(event) => setLimit(event.target.value)}
          />
        )}
      </Field>
      <Field label="Skills" hint="Separated by commas" className="sm:col-span-2">
        {(control) => (
          <input
            {...control}
            className="control w-full"
            maxLength={1000}
            value={skills}
            onChange={(event) => setSkills(event.target.value)}
          />
        )}
      </Field>
      <p className="flex justify-end gap-2 sm:col-span-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="accent" disabled={create.isPending || update.isPending}>
          Save
        </Button>
      </p>
    </form>
  )
}
