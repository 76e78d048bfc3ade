import { lazy, Suspense, useState } from 'react'
import Download from 'lucide-react/icons/download'
import Eye from 'lucide-react/icons/eye'
import type { Attachment } from '#modules/mail/contract.ts'
import { fileSize } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { previewKind } from './preview-kind.ts'

const AttachmentPreview = lazy(() =>
  import('./attachment-preview.tsx').then((module) => ({ default: module.AttachmentPreview })),
)

/** The files of a message, each a download; pictures and texts can be looked at first. */
export function AttachmentList({ attachments }: { attachments: Attachment[] }) {
  const [shown, setShown] = useState<Attachment | null>(null)
  if (attachments.length === 0) return null
  return (
    <section aria-label="Attachments">
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {attachments.map((attachment) => (
          <li key={attachment.id} className="flex min-w-0 items-stretch gap-1">
            <a
              href={`/api/v1/attachments/${attachment.id}`}
              download={attachment.filename ?? ''}
              className="press flex items-center gap-3 bg-surface px-3 py-2 text-ink no-underline"
            >
              <Download size={18} aria-hidden className="shrink-0" />
              <span className="min-w-0">
                <span className="block max-w-60 truncate font-semibold">{attachment.filename ?? 'Without a name'}</span>
                <span className="block text-xs text-ink-soft">
                  {fileSize(attachment.size)}, {attachment.contentType}
                </span>
              </span>
            </a>
            {previewKind(attachment) && (
              <IconButton
                label={`Look at ${attachment.filename ?? 'the file'}`}
                icon={Eye}
                className="h-auto!"
                onClick={() => setShown(attachment)}
              />
            )}
          </li>
        ))}
      </ul>
      {shown && (
        <Suspense>
          <AttachmentPreview attachment={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </section>
  )
}
