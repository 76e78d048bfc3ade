import { useState } from 'react'
import FileUp from 'lucide-react/icons/file-up'
import { classNames } from '#ui/class-names.ts'

/** The id of the field behind the zone. */
export const FILE_FIELD = 'import-file'

/** Takes files that are dropped, or chosen by mouse or keyboard. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false)
  return (
    <div
      className={classNames(
        'raised relative flex flex-col items-center gap-3 border-dashed px-6 py-10 text-center',
        'has-focus-visible:shadow-[0_0_0_2px_var(--focus-gap),0_0_0_5px_var(--focus)]',
        over ? 'bg-orange text-on-accent' : 'hatch',
      )}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <span className="raised flex size-16 rotate-2 items-center justify-center bg-orange text-on-accent">
        <FileUp size={32} aria-hidden />
      </span>
      <label htmlFor={FILE_FIELD} className="font-head text-lg font-semibold">
        Drop mail files here, or choose them
      </label>
      <p id="import-hint" className="max-w-100 rounded-box bg-surface px-2 text-sm text-ink-soft">
        mbox, .eml, or a Maildir packed as .tar; each also as .gz. Files stay on this machine. Mail that is here already
        is not stored twice.
      </p>
      <input
        id={FILE_FIELD}
        type="file"
        multiple
        aria-describedby="import-hint"
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
