import Paperclip from 'lucide-react/icons/paperclip'
import RotateCw from 'lucide-react/icons/rotate-cw'
import X from 'lucide-react/icons/x'
import { ProblemError } from '#client/problem-error.ts'
import { fileSize } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import type { Attach } from './use-attach.ts'
import type { OpenLetter } from './use-letter.ts'

/** The files that go with a letter: those that are there, and those on their way. */
export function AttachmentField({ open, attach }: { open: OpenLetter; attach: Attach }) {
  if (open.attachments.length + attach.files.length === 0) return null
  return (
    <ul aria-label="Attachments" className="m-0 flex list-none flex-col gap-2 border-t border-line-soft p-3">
      {open.attachments.map((attachment) => (
        <li key={attachment.id} className="flex items-center gap-2 rounded-box border border-line-soft py-1 pr-1 pl-3">
          <Paperclip size={16} aria-hidden className="shrink-0" />
          <a
            href={`/api/v1/draft-attachments/${attachment.id}`}
            download={attachment.filename}
            className="min-w-0 flex-1 truncate text-sm font-semibold"
          >
            {attachment.filename}
          </a>
          <span className="shrink-0 text-sm text-ink-soft">{fileSize(attachment.size)}</span>
          <IconButton
            label={`Take out ${attachment.filename}`}
            icon={X}
            quiet
            onClick={() => attach.remove(attachment)}
          />
        </li>
      ))}
      {attach.files.map(({ key, file, done, error }) => (
        <li key={key} className="rounded-box border border-line-soft py-1 pr-1 pl-3">
          {error ? (
            <div role="alert" className="flex items-center gap-2 text-sm">
              <span className="min-w-0 flex-1">
                <strong>{file.name} was not attached.</strong>{' '}
                {error instanceof ProblemError ? error.problem.detail : 'Try again in a moment.'}
              </span>
              <IconButton label={`Try ${file.name} again`} icon={RotateCw} quiet onClick={() => attach.retry(key)} />
              <IconButton label={`Leave ${file.name} out`} icon={X} quiet onClick={() => attach.cancel(key)} />
            </div>
          ) : (
            <ProgressBar
              label={file.name}
              done={done}
              total={file.size}
              count={`${fileSize(done)} of ${fileSize(file.size)}`}
              action={<IconButton label={`Stop ${file.name}`} icon={X} quiet onClick={() => attach.cancel(key)} />}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
