import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { createLabel, listLabels, type Label } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { TextField } from '#ui/text-field.tsx'
import { useLabels } from './labels.ts'

interface LabelDialogProps {
  /** The labels of each thread that is to be labelled. */
  labelSets: readonly (readonly string[])[]
  onApply: (add: string[], remove: string[]) => void
  onClose: () => void
}

/** Puts labels on threads and takes them off; typing finds one, or makes it. */
export function LabelDialog({ labelSets, onApply, onClose }: LabelDialogProps) {
  const cache = useQueryClient()
  const labels = useLabels()
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map())
  const want = (id: string, on: boolean) => setWanted((now) => new Map(now).set(id, on))
  const create = useCommand(createLabel, {
    onSuccess: (label) => {
      cache.setQueryData<{ items: Label[] }>(operationKey(listLabels, {}), (now) => ({
        items: [...(now?.items ?? []), label],
      }))
      want(label.id, true)
      setText('')
    },
    onError: () => undefined,
  })
  const typed = text.trim().toLowerCase()
  const shown = labels.all.filter(({ name }) => name.toLowerCase().includes(typed))
  const isNew = typed !== '' && !labels.all.some(({ name }) => name.toLowerCase() === typed)
  const bornBy = (id: string) => labelSets.filter((set) => set.includes(id)).length
  const apply = () => {
    const chosen = [...wanted]
    onApply(
      chosen.flatMap(([id, on]) => (on ? [id] : [])),
      chosen.flatMap(([id, on]) => (on ? [] : [id])),
    )
  }
  return (
    <Dialog open onClose={onClose} title="Labels">
      <form
        className="flex min-h-0 flex-col gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isNew) create.mutate({ name: text.trim() })
          else if (typed !== '' && shown.length === 1) {
            want(shown[0]!.id, true)
            setText('')
          } else if (wanted.size > 0) apply()
        }}
      >
        <TextField
          label="Find a label, or name a new one"
          autoComplete="off"
          maxLength={100}
          error={create.error?.problem.detail ?? null}
          value={text}
          onValue={setText}
        />
        <ul aria-label="Labels" className="m-0 flex max-h-[40dvh] list-none flex-col overflow-y-auto p-1">
          {shown.map((label) => {
            const born = bornBy(label.id)
            const asked = wanted.get(label.id)
            const some = asked === undefined && born > 0 && born < labelSets.length
            return (
              <li key={label.id}>
                <label className="flex min-h-10 items-center gap-3">
                  <CheckBox
                    checked={asked ?? (born > 0 && born === labelSets.length)}
                    onChange={(event) => want(label.id, event.target.checked)}
                  />
                  <span className="min-w-0 flex-1 truncate font-medium">{label.name}</span>
                  {some && <span className="text-sm text-ink-soft">on some</span>}
                </label>
              </li>
            )
          })}
          {labels.all.length === 0 && <li className="text-ink-soft">There is no label yet. Name the first one.</li>}
        </ul>
        <div className="flex flex-wrap justify-end gap-2">
          {isNew && (
            <Button type="submit" icon={Plus} disabled={create.isPending}>
              Make “{text.trim()}”
            </Button>
          )}
          <Button look="primary" disabled={wanted.size === 0} onClick={apply}>
            Apply
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
