import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { ProblemNote } from './problem-note.tsx'

interface TypedConfirmationProps {
  title: string
  /** What is lost, in a sentence. */
  children: ReactNode
  /** What one types to be sure. */
  name: string
  action: string
  busy: boolean
  /** A refusal to show in the dialog, for a caller that tells it nowhere else. */
  error?: unknown
  onConfirm: (typed: string) => void
  onClose: () => void
}

/** Asks to type a name before something goes that no toast brings back. */
export function TypedConfirmation({
  title,
  children,
  name,
  action,
  busy,
  error,
  onConfirm,
  onClose,
}: TypedConfirmationProps) {
  const [typed, setTyped] = useState('')
  const sure = typed.trim() === name
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (sure && !busy) onConfirm(typed.trim())
        }}
      >
        <div>{children}</div>
        <Field label={`Type “${name}” to go on`}>
          {(control) => (
            <input
              {...control}
              className="control w-full"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" look="danger" disabled={!sure || busy}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
