import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { createTask } from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'

/** The id of the field, for the key that goes there. */
export const QUICK_ADD = 'quick-add'

/** One line, Enter, saved; the field is ready for the next at once. */
export function QuickAdd({ projectId, onAdded }: { projectId: string | undefined; onAdded: () => void }) {
  const [title, setTitle] = useState('')
  const create = useCommand(createTask, {
    onSuccess: (task) => {
      announce(`Added ${task.title}`)
      onAdded()
    },
  })
  const add = () => {
    const text = title.trim()
    if (!text) return
    setTitle('')
    // What could not be saved comes back into the field, so that nothing typed is lost.
    create.mutate({ title: text, ...(projectId && { projectId }) }, { onError: () => setTitle((now) => now || text) })
  }
  return (
    <form
      className="flex gap-2 border-b-(length:--border) border-line bg-paper p-3"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        id={QUICK_ADD}
        aria-label="New task"
        placeholder="What is to be done?"
        className="control min-w-0 flex-1"
        maxLength={500}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Button type="submit" look="primary" icon={Plus} className="min-h-10">
        Add
      </Button>
    </form>
  )
}
