import { useState } from 'react'
import { DelegationMode, listAgents, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Select } from '#ui/select.tsx'
import { modes } from './delegation-words.ts'
import { useMembers } from './members.ts'
import { takeFocus } from './take-focus.ts'
import { useDelegation } from './use-delegation.ts'

/** Four ways to deal with a task, and for two of them whom to ask. */
export function DelegateForm({ task, onGiven }: { task: Task; onGiven: () => void }) {
  const { give } = useDelegation()
  const { others } = useMembers()
  const agents = useOperation(listAgents, {}).data?.items ?? []
  const [mode, setMode] = useState<DelegationMode>('delegate')
  const [who, setWho] = useState('')
  const [note, setNote] = useState('')
  const [minutes, setMinutes] = useState(String(task.estimateMax ?? task.estimateMin ?? ''))
  useShortcuts({ 'list.close': onGiven })
  const asks = mode === 'delegate' || mode === 'do-with-me'
  const nobody = others.length === 0 && agents.length === 0

  const send = async () => {
    const [kind, id] = who.split(' ')
    const asked = asks && (kind === 'agent' ? { agentId: id } : { personId: id })
    const estimateMinutes = minutes.trim() === '' ? null : Number(minutes)
    const given = await give({ taskId: task.id, mode, note: note.trim(), ...asked, ...(asks && { estimateMinutes }) })
    if (given) onGiven()
  }
  return (
    <form
      className="sheet flex flex-col gap-4 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <fieldset className="m-0 border-0 p-0">
        <legend className="mb-1 text-sm font-semibold">What to do with it</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {DelegationMode.options.map((each) => (
            <label key={each} className="flex min-h-11 items-start gap-2">
              <input
                type="radio"
                name="mode"
                ref={mode === each ? takeFocus : undefined}
                className="m-0 size-6 shrink-0 accent-ink"
                checked={mode === each}
                onChange={() => setMode(each)}
              />
              <span>
                <span className="block font-semibold">{modes[each].label}</span>
                <span className="block text-sm text-ink-soft">{modes[each].hint}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {asks && nobody && (
        <p>
          Nobody else is here yet. Invite somebody in the settings under People, or make an agent on the page Delegated.
        </p>
      )}
      {asks && !nobody && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Whom to ask">
            {(control) => (
              <Select {...control} required value={who} onChange={(event) => setWho(event.target.value)}>
                <option value="">Choose…</option>
                {others.map(({ id, name }) => (
                  <option key={id} value={`person ${id}`}>
                    {name}
                  </option>
                ))}
                {agents.map(({ id, name, open, capacity }) => (
                  <option key={id} value={`agent ${id}`} disabled={open >= capacity}>
                    {name} (agent, {open} of {capacity})
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Estimate for it, minutes">
            {(control) => (
              <input
                {...control}
                type="number"
                min={0}
                max={100_000}
                className="control w-full"
                value={minutes}
                onChange={(event) => setMinutes(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
      {asks && !nobody && (
        <Field label="Note" hint="What matters about it">
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={2000}
              className="control w-full resize-y py-2"
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onGiven}>Cancel</Button>
        <Button type="submit" look="accent" disabled={asks && who === ''}>
          {modes[mode].act}
        </Button>
      </div>
    </form>
  )
}
