import { lazy, Suspense, useState } from 'react'
import Tag from 'lucide-react/icons/tag'
import X from 'lucide-react/icons/x'
import type { RuleActions } from '#modules/mail/contract/rules.ts'
import { accentBackground, toAccent } from '#ui/accent.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { Switch } from '#ui/switch.tsx'
import { useLabels } from '../labels.ts'

const LabelDialog = lazy(() => import('../label-dialog.tsx').then((module) => ({ default: module.LabelDialog })))

interface ActionFieldsProps {
  actions: RuleActions
  onChange: (actions: RuleActions) => void
}

/** What a rule does with the mail it is for. */
export function ActionFields({ actions, onChange }: ActionFieldsProps) {
  const { move, markRead, star, makeTask } = actions
  const set = (part: Partial<RuleActions>) => onChange({ ...actions, ...part })
  return (
    <div className="flex flex-col gap-3">
      <ChosenLabels chosen={actions.addLabels} onChange={(addLabels) => set({ addLabels })} />
      <Field label="Move it" className="self-start">
        {(control) => (
          <Select
            {...control}
            value={move ?? ''}
            onChange={(event) => set({ move: (event.target.value || null) as RuleActions['move'] })}
          >
            <option value="">Leave it in the inbox</option>
            <option value="archive">To the archive</option>
            <option value="junk">To junk</option>
            <option value="trash">To the trash</option>
          </Select>
        )}
      </Field>
      <div className="grid gap-x-4 sm:grid-cols-3">
        <Switch label="Mark as read" on={markRead} onChange={(on) => set({ markRead: on })} />
        <Switch label="Star" on={star} onChange={(on) => set({ star: on })} />
        <Switch label="Make a task" hint="Of new mail alone" on={makeTask} onChange={(on) => set({ makeTask: on })} />
      </div>
    </div>
  )
}

function ChosenLabels({ chosen, onChange }: { chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { byId } = useLabels()
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {chosen.map((id) => {
        const label = byId.get(id)
        if (!label) return null
        return (
          <button
            key={id}
            type="button"
            aria-label={`Take out the label ${label.name}`}
            onClick={() => onChange(chosen.filter((other) => other !== id))}
            className={classNames(
              'inline-flex min-h-9 max-w-full items-center gap-1.5 rounded-box border border-line px-2 text-sm font-semibold text-on-accent',
              accentBackground(toAccent(label.color, label.name)),
            )}
          >
            <span className="truncate">{label.name}</span> <X size={14} aria-hidden className="shrink-0" />
          </button>
        )
      })}
      <Button icon={Tag} onClick={() => setChoosing(true)}>
        {chosen.length === 0 ? 'Add labels' : 'Change labels'}
      </Button>
      {choosing && (
        <Suspense>
          <LabelDialog
            labelSets={[chosen]}
            onClose={() => setChoosing(false)}
            onApply={(add, remove) => {
              setChoosing(false)
              onChange([...new Set([...chosen, ...add])].filter((id) => !remove.includes(id)))
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
