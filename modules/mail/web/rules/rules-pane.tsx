import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { RuleCard } from './rule-card.tsx'
import { RuleForm } from './rule-form.tsx'
import { RunNote } from './run-note.tsx'
import { useRuleRuns } from './use-rule-runs.ts'
import { useRules } from './use-rules.ts'

/** The rules for new mail in the order they run, and where they were applied to past mail. */
export function Pane() {
  const rules = useRules()
  const runs = useRuleRuns()
  const [adding, setAdding] = useState(false)
  const items = rules.data?.items ?? []
  const latest = new Map(items.map(({ id }) => [id, runs.items.find(({ ruleId }) => ruleId === id)]))
  const others = runs.items.filter((run) => latest.get(run.ruleId)?.id !== run.id)
  const add = (
    <Button look="primary" icon={Plus} className="min-h-10" onClick={() => setAdding(true)}>
      New rule
    </Button>
  )
  return (
    <div className="flex flex-col gap-8">
      <Section
        title="Rules"
        hint="What is done with new mail, from the first rule to the last. A rule can be applied to past mail too, once you have seen what it would change."
      >
        {rules.isPending && <Skeleton rows={2} label="Loading the rules" />}
        {rules.isError && <ErrorState error={rules.error} retry={() => void rules.refetch()} />}
        {rules.data && items.length === 0 && !adding && (
          <EmptyState
            icon={SlidersHorizontal}
            title="There is no rule yet."
            action={add}
            example="For example: mail whose subject has “invoice”, with an attachment, is labelled Money."
          />
        )}
        <ol aria-label="Rules, in the order they run" className="m-0 flex list-none flex-col gap-4 p-0">
          {items.map((rule, index) => (
            <li key={rule.id}>
              <RuleCard
                rule={rule}
                rules={rules}
                isFirst={index === 0}
                isLast={index === items.length - 1}
                run={latest.get(rule.id)}
                onRun={runs.refresh}
              />
            </li>
          ))}
        </ol>
        {adding && (
          <div className="raised p-4">
            <RuleForm
              rule={null}
              onDone={() => {
                setAdding(false)
                rules.refresh()
              }}
              onCancel={() => setAdding(false)}
            />
          </div>
        )}
        {items.length > 0 && !adding && <div>{add}</div>}
      </Section>
      {others.length > 0 && (
        <Section title="Applied earlier">
          <ul className="m-0 flex list-none flex-col gap-3 p-0">
            {others.map((run) => (
              <li key={run.id} className="sheet flex flex-col gap-1 p-3">
                <p className="font-semibold break-words">{run.name}</p>
                <RunNote run={run} onChanged={runs.refresh} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
