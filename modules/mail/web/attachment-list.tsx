import Download from 'lucide-react/icons/download'
import type { Attachment } from '#modules/mail/contract.ts'
import { fileSize } from '#ui/format.ts'

/** The files of a message, each a download. */
export function AttachmentList({ attachments }: { attachments: Attachment[] }) {
  if (attachments.length === 0) return null
  return (
    <section aria-label="Attachments">
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {attachments.map((attachment) => (
          <li key={attachment.id} className="min-w-0">
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
          </li>
        ))}
      </ul>
    </section>
  )
}
