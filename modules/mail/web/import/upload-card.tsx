import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { fileSize } from '#ui/format.ts'
import { ProgressBar } from '#ui/progress-bar.tsx'
import type { UploadingFile } from './use-upload.ts'

/** A file on its way in: how much of it is there, and a way to stop. */
export function UploadCard({
  file,
  onCancel,
  onRetry,
}: {
  file: UploadingFile
  onCancel: () => void
  onRetry: () => void
}) {
  if (file.error) {
    return (
      <div>
        <p className="font-semibold break-words">{file.file.name} was not uploaded.</p>
        <ErrorState error={file.error} retry={onRetry} />
      </div>
    )
  }
  return (
    <div className="raised p-4">
      <ProgressBar
        label={`Uploading ${file.file.name}`}
        done={file.done}
        total={file.file.size}
        count={`${fileSize(file.done)} of ${fileSize(file.file.size)}`}
        action={<Button onClick={onCancel}>Cancel</Button>}
      />
    </div>
  )
}
