import { useDeferredValue, useState } from 'react'
import { previewRecurrence, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { NextDates } from './next-dates.tsx'
import { browserZone } from './repeat-choices.ts'

/** A rule as calendars write it, with what it means while one types. */
export function OwnRule({ task, onUse }: { task: Task; onUse: (rule: string) => Promise<void> }) {
  const [text, setText] = useState(task.recurrence?.rule ?? 'FREQ=WEEKLY;INTERVAL=3')
  const rule = useDeferredValue(text.trim())
  const input = { rule, zone: task.recurrence?.zone ?? browserZone(), ...(task.dueAt && { start: task.dueAt }) }
  const preview = useOperation(previewRecurrence, input, { enabled: rule !== '' })
  const fault = preview.error?.problem.detail ?? null
  const isNew = preview.data !== undefined && preview.data.rule !== task.recurrence?.rule

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (preview.data) void onUse(preview.data.rule)
      }}
    >
      <Field label="Rule" hint="As calendars write it, such as FREQ=MONTHLY;BYDAY=-1FR" error={fault}>
        {(control) => (
          <input
            {...control}
            value={text}
            maxLength={500}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            className="control w-full font-mono"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {isNew && <NextDates words={preview.data!.words} next={preview.data!.next} />}
      {isNew && (
        <Button type="submit" className="self-start">
          Use this rule
        </Button>
      )}
    </form>
  )
}
