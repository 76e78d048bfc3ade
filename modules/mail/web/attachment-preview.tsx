import { useQuery } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import { getAttachment, type Attachment } from '#modules/mail/contract.ts'
import { buttonClass } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { previewKind } from './preview-kind.ts'

/** A picture or a text of a message, looked at here: its bytes are drawn or written out, and never run. */
export function AttachmentPreview({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const { id, filename, contentType } = attachment
  const kind = previewKind(attachment)
  const name = filename ?? 'Without a name'
  const file = useQuery({
    queryKey: ['mail.attachment', { id }],
    queryFn: async ({ signal }) => {
      const response = await api.send(getAttachment, { id }, { signal })
      return kind === 'image' ? toDataAddress(await response.blob(), contentType) : response.text()
    },
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Dialog open onClose={onClose} title={name} wide>
      <div className="flex min-h-0 flex-col gap-3 p-4">
        {file.isPending && (
          <div role="status" data-state="loading" className="shimmer h-60 rounded-box">
            <span className="sr-only">Loading {name}</span>
          </div>
        )}
        {file.isError && <ErrorState error={file.error} retry={() => void file.refetch()} />}
        {file.data !== undefined && kind === 'image' && (
          <img src={file.data} alt={name} className="max-h-[66dvh] max-w-full self-center object-contain" />
        )}
        {file.data !== undefined && kind === 'text' && (
          <pre
            tabIndex={0}
            aria-label={name}
            className="m-0 max-h-[66dvh] overflow-auto rounded-box bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap"
          >
            {file.data}
          </pre>
        )}
        <a href={`/api/v1/attachments/${id}`} download={filename ?? ''} className={buttonClass('plain', 'self-end')}>
          <Download size={18} aria-hidden /> Download
        </a>
      </div>
    </Dialog>
  )
}

// The content security policy shows pictures of our own and of data: addresses alone.
function toDataAddress(blob: Blob, type: string): Promise<string> {
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'))
    reader.readAsDataURL(new Blob([blob], { type }))
  })
}
