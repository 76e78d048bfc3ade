import { useState, type ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { dayAndTime } from '#ui/format.ts'
import { TextField } from '#ui/text-field.tsx'
import { laterChoices, toFieldTime, type Later } from './later.ts'

interface LaterDialogProps {
  title: string
  action: string
  /** The times that are offered. */
  choicesFrom?: (now: Date) => Later[]
  /** What is asked beside the time. */
  children?: ReactNode
  onChoose: (at: Date) => void
  onClose: () => void
}

/** Chooses a time to come: one that people usually mean, or any. */
export function LaterDialog(props: LaterDialogProps) {
  const { title, action, choicesFrom = laterChoices, children, onChoose, onClose } = props
  const [now] = useState(() => new Date())
  const [choices] = useState(() => choicesFrom(now))
  const [text, setText] = useState(() => toFieldTime(choices.at(-1)!.at))
  const at = new Date(text)
  const valid = at > now
  return (
    <Dialog open onClose={onClose} title={title}>
      <div className="flex flex-col gap-4 overflow-y-auto p-4">
        {children}
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {choices.map((choice) => (
            <li key={choice.label}>
              <Button className="w-full justify-between!" onClick={() => onChoose(choice.at)}>
                <span>{choice.label}</span>
                <span className="font-normal">{dayAndTime(choice.at.toISOString())}</span>
              </Button>
            </li>
          ))}
        </ul>
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (valid) onChoose(at)
          }}
        >
          <TextField
            label="Another time"
            type="datetime-local"
            className="min-w-50 flex-1"
            error={valid ? null : 'That time is past.'}
            value={text}
            onValue={setText}
          />
          <Button type="submit" look="primary" className="min-h-10" disabled={!valid}>
            {action}
          </Button>
        </form>
      </div>
    </Dialog>
  )
}
