import { useState } from 'react'
import { TextField } from '#ui/text-field.tsx'
import { LaterDialog } from '../compose/later-dialog.tsx'
import { waitChoices } from '../compose/later.ts'

interface RemindDialogProps {
  note: string
  onChoose: (at: Date, note: string) => void
  onClose: () => void
}

/** By when somebody is to answer, and what to do then. */
export function RemindDialog({ note: before, onChoose, onClose }: RemindDialogProps) {
  const [note, setNote] = useState(before)
  return (
    <LaterDialog
      title="If nobody answers by"
      action="Remind me then"
      choicesFrom={waitChoices}
      onClose={onClose}
      onChoose={(at) => onChoose(at, note)}
    >
      <TextField label="Note, if you like" placeholder="Call them" maxLength={500} value={note} onValue={setNote} />
    </LaterDialog>
  )
}
