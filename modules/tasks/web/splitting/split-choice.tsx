import { useState } from 'react'
import ListPlus from 'lucide-react/icons/list-plus'
import type { SplitSuggestion, Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { countOfKind } from './split-words.ts'
import { useSplit } from './use-split.ts'

interface SplitChoiceProps {
  task: Pick<Task, 'id' | 'title'>
  suggestion: SplitSuggestion
  onDone: () => void
}

/** The suggested steps or parts, to take all, some or none. */
export function SplitChoice({ task, suggestion: { items, kind }, onDone }: SplitChoiceProps) {
  const split = useSplit(task)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const taken = items.filter((_, index) => !left.has(index))
  const minutes = taken.reduce((sum, item) => sum + (item.minutes ?? 0), 0)

  const finish = async (act: () => Promise<void>) => {
    setBusy(true)
    try {
      await act()
      onDone()
    } catch (cause) {
      setError(cause)
      setBusy(false)
    }
  }
  const turn = (index: number) =>
    setLeft((before) => {
      const after = new Set(before)
      if (!after.delete(index)) after.add(index)
      return after
    })
  const allOrNone = () => setLeft(taken.length > 0 ? new Set(items.keys()) : new Set())

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (taken.length > 0) void finish(() => split.add(kind, taken, left.size === 0))
      }}
    >
      {items.length > 0 && (
        <fieldset className="m-0 border-0 p-0">
          <legend className="sr-only">What is added</legend>
          <ol className="m-0 flex list-none flex-col p-0">
            {items.map((item, index) => (
              <li key={item.title}>
                <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-box px-1 py-1.5 hover:bg-sunken">
                  <CheckBox checked={!left.has(index)} onChange={() => turn(index)} />
                  <span className="min-w-0 flex-1 leading-snug wrap-anywhere">{item.title}</span>
                  {item.minutes !== null && (
                    <span className="shrink-0 text-sm text-ink-soft">{item.minutes.toLocaleString()} min</span>
                  )}
                </label>
              </li>
            ))}
          </ol>
        </fieldset>
      )}
      <ProblemNote error={error} />
      {/* In sight however long the list is. */}
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t-2 border-line bg-surface p-4">
        {items.length > 0 ? (
          <>
            <Button className="mr-auto" onClick={allOrNone}>
              {taken.length > 0 ? 'Take none' : 'Take all'}
            </Button>
            <Button onClick={onDone}>Not now</Button>
            <Button type="submit" look="primary" icon={ListPlus} disabled={taken.length === 0 || busy}>
              Add {countOfKind(taken.length, kind)}
              {minutes > 0 && <span className="font-normal">({minutes.toLocaleString()} min)</span>}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onDone}>Not now</Button>
            <Button look="primary" disabled={busy} onClick={() => void finish(split.markSmall)}>
              It is small enough
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
