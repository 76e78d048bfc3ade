import { useId, useState, type KeyboardEvent } from 'react'
import { useMutation } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import type { Chip } from '#base/quick-add/types.ts'
import { Button } from '#ui/button.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { LineChips } from './quick-add/line-chips.tsx'
import { saveLine } from './quick-add/save-line.ts'
import { useQuickLine } from './quick-add/use-quick-line.ts'
import { pointOutSimilar } from './similar/point-out.ts'
import { useTaskCommands } from './use-task-commands.ts'

/** The id of the field, for the key that goes there. */
export const QUICK_ADD = 'quick-add'

/** One line, Enter, saved; the field is ready for the next at once. What the line means is shown while it is typed. */
export function QuickAdd({ projectId, onAdded }: { projectId: string | undefined; onAdded: () => void }) {
  const line = useQuickLine()
  const id = useId()
  const [untitled, setUntitled] = useState(false)
  const commands = useTaskCommands()
  const save = useMutation({
    mutationFn: saveLine,
    onSuccess: (task) => {
      showToast({ message: `Added ${task.title}`, undo: () => void commands.remove(task) })
      onAdded()
      void pointOutSimilar(task)
    },
    onError: showProblem,
  })

  const add = () => {
    const text = line.text.trim()
    if (!text) return
    if (line.read?.title === '') return setUntitled(true)
    const { literal } = line
    line.clear()
    // What could not be saved comes back into the field, so that nothing typed is lost.
    save.mutate({ text, literal, projectId }, { onError: () => line.putBack(text, literal) })
  }
  /** Backspace behind a chip puts its words back into the title; the next one deletes letters as ever. */
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget
    if (event.key === 'Escape') field.blur()
    if (event.key !== 'Backspace' || field.selectionStart !== field.selectionEnd) return
    const chip = line.read?.chips.find(({ end }) => end === field.selectionStart)
    if (!chip) return
    event.preventDefault()
    line.reject(chip)
  }
  const chips = line.read?.chips ?? []
  const putBack = (chip: Chip) => {
    line.reject(chip)
    // Its button is gone.
    document.getElementById(QUICK_ADD)?.focus()
  }
  return (
    <form
      className="flex flex-wrap gap-2 border-b-(length:--border) border-line bg-paper p-3"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        id={QUICK_ADD}
        aria-label="New task"
        aria-describedby={chips.length > 0 ? id : undefined}
        placeholder="What is to be done?"
        className="control min-w-0 flex-1"
        autoComplete="off"
        maxLength={500}
        value={line.text}
        onChange={(event) => {
          setUntitled(false)
          line.type(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" look="primary" icon={Plus} className="min-h-10">
        Add
      </Button>
      {chips.length > 0 && <LineChips id={id} chips={chips} onReject={putBack} />}
      {untitled && (
        <p role="alert" className="basis-full text-sm">
          A task needs a title beside these. Add a few words.
        </p>
      )}
    </form>
  )
}
