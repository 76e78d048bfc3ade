import { useQueryClient } from '@tanstack/react-query'
import ListPlus from 'lucide-react/icons/list-plus'
import X from 'lucide-react/icons/x'
import { listThoughts, settleThought, getFocus, type Thought } from '#modules/focus/contract.ts'
import { createTask } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { shortDate } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Section } from '#ui/section.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'

const LONGEST_TITLE = 500

/** Thoughts that wait: each becomes a task, or goes. */
export function Thoughts() {
  const cache = useQueryClient()
  const thoughts = useCursorList(listThoughts, { state: 'parked' })
  const refresh = async () => {
    await refreshList(cache, listThoughts)
    await cache.invalidateQueries({ queryKey: operationKey(getFocus) })
  }
  const run = async (work: () => Promise<void>) => {
    await work().catch(showProblem)
    await refresh()
  }
  const park = (thought: Thought) =>
    run(async () => void (await api.call(settleThought, { id: thought.id, state: 'parked' })))
  const letGo = (thought: Thought) =>
    run(async () => {
      await api.call(settleThought, { id: thought.id, state: 'let-go' })
      showToast({ message: 'It is gone', undo: () => void park(thought) })
    })
  const makeTask = (thought: Thought) =>
    run(async () => {
      const title = thought.text.slice(0, LONGEST_TITLE)
      const notes = thought.text.slice(LONGEST_TITLE)
      // The thought's id as the key: pressed again after a lost answer, it is still one task.
      const task = await api.call(createTask, { title, notes }, { idempotencyKey: thought.id })
      await api.call(settleThought, { id: thought.id, state: 'task', taskId: task.id })
      showToast({ message: `A task: ${title}` })
    })

  if (thoughts.error && thoughts.items.length === 0) return <ErrorState error={thoughts.error} retry={thoughts.retry} />
  if (thoughts.items.length === 0) return null
  return (
    <Section title="Parked thoughts" hint="Whenever you have a moment.">
      <ul className="sheet m-0 flex list-none flex-col p-0">
        {thoughts.items.map((thought) => (
          <li
            key={thought.id}
            className="flex min-h-14 flex-wrap items-center gap-3 border-b border-line-soft px-4 py-2 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-48 break-words">
              {thought.text} <span className="text-sm text-ink-soft">{shortDate(thought.parkedAt)}</span>
            </span>
            <Button icon={ListPlus} aria-label={`Make a task: ${thought.text}`} onClick={() => void makeTask(thought)}>
              Make a task
            </Button>
            <IconButton quiet icon={X} label={`Let go: ${thought.text}`} onClick={() => void letGo(thought)} />
          </li>
        ))}
      </ul>
      {thoughts.hasMore && <Button onClick={thoughts.loadMore}>Show more</Button>}
    </Section>
  )
}
