import { useState } from 'react'
import { suggestSplit, type SplitScope, type SplitSuggestion, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { SplitChoice } from './split-choice.tsx'
import { scopeName } from './split-words.ts'

interface SplitDialogProps {
  task: Pick<Task, 'id' | 'title'>
  onClose: () => void
}

/** What would be added to a task, before anything is: all of it, some or none. */
export function SplitDialog({ task, onClose }: SplitDialogProps) {
  const [scope, setScope] = useState<SplitScope | undefined>()
  const suggestion = useOperation(suggestSplit, {
    id: task.id,
    locale: navigator.language,
    ...(scope && { scope }),
  })
  return (
    <Dialog open onClose={onClose} title="Split into small pieces">
      <div className="flex min-h-0 scroll-pb-24 flex-col gap-4 overflow-y-auto p-4 pb-0">
        <p className="font-head text-lg leading-snug font-semibold wrap-anywhere">{task.title}</p>
        <Field label="How large is it?">
          {(control) => (
            <Select
              {...control}
              value={scope ?? suggestion.data?.scope ?? 'multi-step'}
              onChange={(event) => setScope(event.target.value as SplitScope)}
            >
              {Object.entries(scopeName).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {suggestion.isPending && <Skeleton rows={4} label="Looking for small pieces" />}
        {suggestion.isError && !suggestion.data && (
          <ErrorState error={suggestion.error} retry={() => void suggestion.refetch()} />
        )}
        {suggestion.data && (
          <>
            <p className="flex flex-wrap items-center gap-2 text-sm" role="status">
              <Source suggestion={suggestion.data} />
              <span className="min-w-0 flex-1 basis-52">{suggestion.data.message}</span>
            </p>
            <SplitChoice
              key={`${suggestion.data.scope} ${suggestion.dataUpdatedAt}`}
              task={task}
              suggestion={suggestion.data}
              onDone={onClose}
            />
          </>
        )}
        {!suggestion.data && (
          <Button className="mb-4 self-end" onClick={onClose}>
            Not now
          </Button>
        )}
      </div>
    </Dialog>
  )
}

/** Who it comes from: nobody is to take a rule for a model, or the other way round. */
function Source({ suggestion: { source, model } }: { suggestion: SplitSuggestion }) {
  if (source === 'model') return <Chip accent="lilac">By a model: {model}</Chip>
  return <Chip>By rules, no model</Chip>
}
