import { useQueryClient } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import RotateCw from 'lucide-react/icons/rotate-cw'
import { API_PREFIX } from '#contract/api-prefix.ts'
import { downloadPrp, getPrp, savePrp, type Task } from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { fullDate } from '#ui/format.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { showProblem } from '#ui/toasts.ts'

interface PrpFormProps {
  task: Task
  draft: string | null
  onDraft: (draft: string | null) => void
}

/** The prompt as Markdown, to edit and save; made anew, it is a preview until it is saved. */
export function PrpForm({ task, draft, onDraft }: PrpFormProps) {
  const cache = useQueryClient()
  const input = { taskId: task.id }
  const prp = useOperation(getPrp, input)
  const save = useCommand(savePrp, {
    onSuccess: (saved) => {
      cache.setQueryData(operationKey(getPrp, input), saved)
      onDraft(null)
      announce('Saved')
    },
  })
  const renew = async () => {
    try {
      onDraft((await api.call(getPrp, { ...input, fresh: true })).document)
      announce('Made anew; save it to keep it')
    } catch (error) {
      showProblem(error)
    }
  }
  if (prp.isPending) return <Skeleton rows={4} label="Writing the prompt" />
  if (!prp.data) return <ErrorState error={prp.error} retry={() => void prp.refetch()} />

  const { document, saved, savedAt, rev } = prp.data
  const text = draft ?? document
  const kept = saved && draft === null
  return (
    <form
      className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!kept && text.trim() !== '') save.mutate({ ...input, document: text, ...(saved && { rev }) })
      }}
    >
      <Field
        label="Goal, context, criteria and checks, as Markdown"
        hint="Everybody who sees the task can read what you save, also what it quotes from your mail. Daybook runs none of it."
      >
        {(control) => (
          <textarea
            {...control}
            rows={16}
            maxLength={200_000}
            spellCheck={false}
            disabled={task.deletedAt !== null}
            className="control w-full resize-y py-2 font-mono text-sm"
            value={text}
            onChange={(event) => onDraft(event.target.value === document && saved ? null : event.target.value)}
          />
        )}
      </Field>
      <p className="text-sm text-ink-soft" role="status">
        {kept && savedAt ? `Saved ${fullDate(savedAt)}` : 'Not saved yet.'}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button icon={RotateCw} onClick={() => void renew()}>
          Make anew
        </Button>
        {kept && (
          <a
            className={buttonClass()}
            href={`${API_PREFIX}${downloadPrp.http.path.replace('{taskId}', task.id)}`}
            download={`prp-${task.id}.md`}
          >
            <Download size={18} aria-hidden /> Download
          </a>
        )}
        <Button type="submit" look="accent" disabled={kept || save.isPending || text.trim() === ''}>
          Save
        </Button>
      </div>
    </form>
  )
}
