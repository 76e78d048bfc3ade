import { useState, type ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { TextField } from './text-field.tsx'

interface TypedConfirmationProps {
  title: string
  /** What is lost, in a sentence. */
  children: ReactNode
  /** What one types to be sure. */
  name: string
  action: string
  busy: boolean
  error: unknown
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
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === name) onConfirm(typed.trim())
        }}
      >
        <div>{children}</div>
        <TextField label={`Type “${name}” to go on`} value={typed} onValue={setTyped} autoComplete="off" />
        <ProblemNote error={error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" look="danger" disabled={busy || typed.trim() !== name}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
