import { lazy, Suspense, useState } from 'react'
import Split from 'lucide-react/icons/split'
import type { Decomposition, Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Parts } from './parts.tsx'

const SplitDialog = lazy(() => import('./split-dialog.tsx').then((module) => ({ default: module.SplitDialog })))

/** How far a task is taken apart, its parts, and the way to take it further. */
export function SplitSection({ task }: { task: Task }) {
  const [opened, setOpened] = useState<Pick<Task, 'id' | 'title'> | null>(null)
  const closed = task.deletedAt !== null || task.status === 'done' || task.status === 'dropped'
  useShortcuts({ 'tasks.split': () => setOpened(task) }, !closed)

  return (
    <Section title="Splitting" hint={hintOf(task)}>
      {task.level < 5 && <Parts task={task} closed={closed} onSplit={setOpened} />}
      {!closed && (
        <Button icon={Split} className="self-start" onClick={() => setOpened(task)}>
          {task.level < 4 ? 'Split into parts' : 'Split into steps'}
        </Button>
      )}
      {opened && (
        <Suspense>
          <SplitDialog key={opened.id} task={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </Section>
  )
}

const hints: Record<Decomposition, string> = {
  stub: 'Nobody has split it yet.',
  decomposing: 'It is split in part: there may be more to it.',
  decomposed: 'It is split.',
  atomic: 'It is small enough.',
}

function hintOf({ decomposition }: Task): string {
  if (decomposition === null) return 'Too large to begin? Look at small steps first, then take those that help.'
  return hints[decomposition]
}
