import { lazy, Suspense, useState, type MouseEvent } from 'react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { Rule, RuleRun } from '#modules/mail/contract/rules.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { useLabels } from '../labels.ts'
import { actionsInWords, inRow } from './actions-in-words.ts'
import { AccountWords, ConditionWords } from './condition-words.tsx'
import { RuleForm } from './rule-form.tsx'
import { RunNote } from './run-note.tsx'
import type { useRules } from './use-rules.ts'

const ApplyDialog = lazy(() => import('./apply-dialog.tsx').then((module) => ({ default: module.ApplyDialog })))

interface RuleCardProps {
  rule: Rule
  rules: ReturnType<typeof useRules>
  isFirst: boolean
  isLast: boolean
  /** The latest time it was applied to past mail. */
  run: RuleRun | undefined
  onRun: () => void
}

/** One rule: what it is for, what it does, and what can be done with it. */
export function RuleCard({ rule, rules, isFirst, isLast, run, onRun }: RuleCardProps) {
  const { byId } = useLabels()
  const [editing, setEditing] = useState(false)
  const [applying, setApplying] = useState(false)
  const { name, query, actions, enabled, stop } = rule
  const done = inRow(actionsInWords(actions, (id) => byId.get(id)?.name))
  const of = <span className="sr-only"> {name}</span>
  const move = (by: 1 | -1) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget
    // A card that is moved in the page loses the focus; who moves it goes on.
    void rules.move(rule, by).then(() => button.focus())
  }

  return (
    <article aria-label={name} className="sheet flex flex-col gap-3 p-4">
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="min-w-0 flex-1 text-base break-words">{name}</h3>
        {stop && <Chip accent="lilac">The rules below are left out</Chip>}
        <label className="flex min-h-9 items-center gap-2 text-sm font-semibold">
          <CheckBox checked={enabled} onChange={(event) => void rules.switchRule(rule, event.target.checked)} />
          <span aria-hidden>{enabled ? 'On' : 'Off'}</span>
          <span className="sr-only">{name} is on</span>
        </label>
      </header>
      {editing ? (
        <RuleForm
          rule={rule}
          onDone={() => {
            setEditing(false)
            rules.refresh()
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <div className="flex flex-col gap-1.5">
            <ConditionWords query={query} />
            {rule.connectionId && <AccountWords id={rule.connectionId} />}
            {done && <p className="font-semibold">Is {done}.</p>}
          </div>
          {run && <RunNote run={run} onChanged={onRun} />}
          <footer className="flex flex-wrap gap-2">
            <Button onClick={() => setEditing(true)}>Edit{of}</Button>
            <Button onClick={() => setApplying(true)}>Apply to past mail{of}</Button>
            <span className="ml-auto flex gap-2">
              <IconButton label={`Earlier: ${name}`} icon={ArrowUp} disabled={isFirst} onClick={move(-1)} />
              <IconButton label={`Later: ${name}`} icon={ArrowDown} disabled={isLast} onClick={move(1)} />
              <Button look="danger" onClick={() => void rules.remove(rule)}>
                Remove{of}
              </Button>
            </span>
          </footer>
        </>
      )}
      {applying && (
        <Suspense>
          <ApplyDialog
            rule={rule}
            onClose={() => setApplying(false)}
            onApplied={() => {
              setApplying(false)
              onRun()
            }}
          />
        </Suspense>
      )}
    </article>
  )
}
