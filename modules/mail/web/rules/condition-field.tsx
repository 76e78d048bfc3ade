import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { ConditionLines } from './condition-lines.tsx'
import { emptyCondition, toConditions, toQuery, type Conditions } from './conditions.ts'

interface ConditionFieldProps {
  query: string
  onChange: (query: string) => void
}

/** The condition of a rule: as lines to fill in, or written as a search where it says more than lines can. */
export function ConditionField({ query, onChange }: ConditionFieldProps) {
  const [conditions, setConditions] = useState(() => withOneLine(toConditions(query)))
  if (conditions) {
    return (
      <ConditionLines
        value={conditions}
        onChange={(next) => {
          setConditions(next)
          onChange(toQuery(next))
        }}
      >
        <Button onClick={() => setConditions(null)}>Write it as a search</Button>
      </ConditionLines>
    )
  }
  const readable = toConditions(query)
  return (
    <>
      <Field label="A search" hint="Such as from:ada (subject:invoice OR has:attachment) -draft">
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1000}
            spellCheck={false}
            className="control w-full py-2 font-mono text-sm"
            value={query}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {readable && (
        <Button className="self-start" onClick={() => setConditions(withOneLine(readable))}>
          Fill in lines instead
        </Button>
      )}
    </>
  )
}

function withOneLine(conditions: Conditions | null): Conditions | null {
  return conditions?.lines.length === 0 ? { ...conditions, lines: [emptyCondition] } : conditions
}
