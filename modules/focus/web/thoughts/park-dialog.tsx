import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getFocus, listThoughts, parkThought } from '#modules/focus/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'

/** One line for what came to mind; then back to what one was at. */
export function ParkDialog({ onClose }: { onClose: () => void }) {
  const cache = useQueryClient()
  const [text, setText] = useState('')
  const park = async (words: string) => {
    try {
      await api.call(parkThought, { text: words })
      showToast({ message: words ? 'Parked. It waits for you under Focus.' : 'Counted' })
      onClose()
      await cache.invalidateQueries({ queryKey: operationKey(getFocus) })
      await refreshList(cache, listThoughts)
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <Dialog open onClose={onClose} title="Park a thought">
      <form
        className="flex flex-col gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          void park(text.trim())
        }}
      >
        <TextField
          label="What came to mind"
          hint="It is kept, and you can go on."
          value={text}
          onValue={setText}
          maxLength={2000}
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit">
            {text.trim() ? 'Park it' : 'Just count it'}
          </Button>
          <Button onClick={onClose}>Close</Button>
        </div>
      </form>
    </Dialog>
  )
}
