import { useState } from 'react'
import type { Rhythm } from '#modules/day/contract.ts'
import { Button } from '#ui/button.tsx'
import { useSaveSetting } from '#ui/data/use-save-setting.ts'
import { Field } from '#ui/field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'
import { browserZone } from '../words.ts'

const windows = [
  { name: 'Morning', from: 'morningFrom', to: 'morningTo' },
  { name: 'Evening', from: 'eveningFrom', to: 'eveningTo' },
] as const

/** The person's time zone, and when their morning and evening are; a window may go past midnight. */
export function RhythmForm({ rhythm }: { rhythm: Rhythm }) {
  const save = useSaveSetting()
  const [draft, setDraft] = useState(rhythm)
  const keep = async (value: Rhythm, before: Rhythm) => {
    if (await save('day.rhythm', value))
      showToast({ message: 'Saved: the times of your day', undo: () => void save('day.rhythm', before) })
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void keep({ ...draft, zone: draft.zone?.trim() || null }, rhythm)
      }}
    >
      {windows.map(({ name, from, to }) => (
        <div key={name} className="flex flex-wrap gap-4">
          {([from, to] as const).map((part) => (
            <TextField
              key={part}
              label={`${name} ${part === from ? 'from' : 'to'}`}
              type="time"
              required
              className="min-w-32 flex-1"
              value={draft[part]}
              onValue={(value) => setDraft({ ...draft, [part]: value })}
            />
          ))}
        </div>
      ))}
      <Field label="Time zone" hint={`Such as Europe/Berlin. Left empty, it is that of your browser: ${browserZone}.`}>
        {(control) => (
          <>
            <input
              {...control}
              list="day-zones"
              className="control w-full"
              value={draft.zone ?? ''}
              onChange={(event) => setDraft({ ...draft, zone: event.target.value || null })}
            />
            <datalist id="day-zones">
              {Intl.supportedValuesOf('timeZone').map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <div>
        <Button type="submit" look="primary" className="min-h-10">
          Save the times
        </Button>
      </div>
    </form>
  )
}
