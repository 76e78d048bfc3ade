import type { ReactNode } from 'react'
import { previewRecurrence, type TaskTemplate } from '#modules/tasks/contract.ts'
import { CheckBox } from '#ui/check-box.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { useMembers } from '../delegation/members.ts'
import { roleName } from '../words.ts'
import type { TemplateDraft } from './template-draft.ts'

interface ComingAlongProps {
  template: TaskTemplate
  draft: TemplateDraft
  set: (change: Partial<TemplateDraft>) => void
}

/** What a template has from the task it was saved from: how it comes again, whose it is, with whom. Each can be left out. */
export function ComingAlong({ template, draft, set }: ComingAlongProps) {
  const { others, me, nameOf } = useMembers()
  const { recurrence, ownerId, assignees } = template
  const { rule = '', zone = '' } = recurrence ?? {}
  const words = useOperation(previewRecurrence, { rule, zone }, { enabled: recurrence !== null }).data?.words
  // Who works alone need not read that it is theirs.
  const owner = ownerId !== null && (others.length > 0 || ownerId !== me) ? ownerId : null
  if (recurrence === null && owner === null && assignees.length === 0) return null
  const has = (id: string) => draft.assignees.some(({ userId }) => userId === id)

  return (
    <fieldset className="m-0 flex flex-col gap-2 border-0 p-0">
      <legend className="mb-1 p-0 text-sm font-semibold">What comes along from its task</legend>
      {recurrence && (
        <Choice checked={draft.repeats} onChange={(repeats) => set({ repeats })}>
          It comes again: {words ?? recurrence.rule}
        </Choice>
      )}
      {owner && (
        <Choice checked={draft.ownerId !== null} onChange={(kept) => set({ ownerId: kept ? owner : null })}>
          Whose it is: {nameOf(owner)}
        </Choice>
      )}
      {assignees.map(({ userId, role }) => (
        <Choice
          key={userId}
          checked={has(userId)}
          onChange={(kept) =>
            set({ assignees: assignees.filter((each) => (each.userId === userId ? kept : has(each.userId))) })
          }
        >
          {roleName[role]}: {nameOf(userId)}
        </Choice>
      ))}
      {(owner !== null || assignees.length > 0) && (
        <p className="text-sm text-ink-soft">Who has left by the time you use it is left out.</p>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

function Choice({ checked, onChange, children }: ChoiceProps) {
  return (
    <label className="flex min-h-9 items-center gap-3">
      <CheckBox checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </label>
  )
}
