import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Paperclip from 'lucide-react/icons/paperclip'
import X from 'lucide-react/icons/x'
import { API_PREFIX } from '#contract/api-prefix.ts'
import {
  ATTACHMENT_LIMITS,
  attachToTask,
  detachFromTask,
  getTaskAttachment,
  listTaskAttachments,
  undoTaskChange,
  type Task,
  type TaskAttachment,
} from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { fileSize } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Section } from '#ui/section.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { uploadFile } from './upload-file.ts'

/** The files of a task, to download and to add to by a button. */
export function Attachments({ task }: { task: Task }) {
  const cache = useQueryClient()
  const files = useOperation(listTaskAttachments, { taskId: task.id })
  const chooser = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<string | null>(null)
  const refresh = () => cache.invalidateQueries({ queryKey: operationKey(listTaskAttachments) })

  const add = async (chosen: File[]) => {
    for (const file of chosen) {
      if (file.size > ATTACHMENT_LIMITS.bytes) {
        const most = fileSize(ATTACHMENT_LIMITS.bytes)
        showToast({
          message: `${file.name} has more than ${most}`,
          detail: 'Put a link to it into the notes.',
          failed: true,
        })
        continue
      }
      setSending(file.name)
      try {
        const { id: uploadId } = await uploadFile(file)
        await api.call(attachToTask, { taskId: task.id, uploadId })
        announce(`${file.name} is there`)
      } catch (error) {
        showProblem(error)
      }
      await refresh()
    }
    setSending(null)
  }
  const remove = async ({ id, filename }: TaskAttachment) => {
    try {
      const { changeId } = await api.call(detachFromTask, { id })
      showToast({
        message: `Taken off: ${filename}`,
        ...(changeId && {
          undo: () => void api.call(undoTaskChange, { changeId }).then(refresh, showProblem),
        }),
      })
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }
  const items = files.data?.items ?? []
  return (
    <Section title="Files" {...(items.length === 0 && { hint: 'None yet.' })}>
      {files.isError && !files.data && <ErrorState error={files.error} retry={() => void files.refetch()} />}
      {items.length > 0 && (
        <ul aria-label="Files" className="m-0 flex list-none flex-col gap-2 p-0">
          {items.map((file) => (
            <li key={file.id} className="sheet flex min-h-11 items-center gap-2 pr-1 pl-3">
              <Paperclip size={16} aria-hidden className="shrink-0" />
              <a
                href={`${API_PREFIX}${getTaskAttachment.http.path.replace('{id}', file.id)}`}
                download={file.filename}
                className="min-w-0 flex-1 truncate font-semibold"
              >
                {file.filename}
              </a>
              <span className="shrink-0 text-sm text-ink-soft">{fileSize(file.size)}</span>
              {!task.deletedAt && (
                <IconButton quiet label={`Take off ${file.filename}`} icon={X} onClick={() => void remove(file)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {!task.deletedAt && (
        <div className="flex flex-wrap items-center gap-3">
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label="Files to add"
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])]
              event.target.value = ''
              void add(chosen)
            }}
          />
          <Button icon={Paperclip} disabled={sending !== null} onClick={() => chooser.current?.click()}>
            Add files
          </Button>
          <span role="status" className="min-w-0 truncate text-sm text-ink-soft">
            {sending === null ? '' : `Sending ${sending}…`}
          </span>
        </div>
      )}
    </Section>
  )
}
