import { useState, type ClipboardEvent, type DragEvent } from 'react'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { showToast } from '#ui/toasts.ts'
import { AddressField } from './address-field.tsx'
import { AttachmentField } from './attachment-field.tsx'
import type { Begun } from './begin-letter.ts'
import { compose, stopComposing, type Start } from './composing.ts'
import { LetterConflict } from './letter-conflict.tsx'
import { LetterFoot } from './letter-foot.tsx'
import { titleOf } from './letter.ts'
import { RichText } from './rich-text.tsx'
import { SaveNote } from './save-note.tsx'
import { SenderField } from './sender-field.tsx'
import { Sheet } from './sheet.tsx'
import { useAttach } from './use-attach.ts'
import { useKnownPeople } from './use-known-people.ts'
import { useLetter } from './use-letter.ts'
import { useSend } from './use-send.ts'
import { useSignature } from './use-signature.ts'

/** Who gets it, what it says, what goes with it. */
export function LetterForm({ begun, start, userId }: { begun: Begun; start: Start; userId: string }) {
  const open = useLetter(begun, userId)
  const { letter, saver } = open
  const known = useKnownPeople()
  const attach = useAttach(open)
  const { send, sending, problem } = useSend(open, attach)
  const [moreFields, setMoreFields] = useState(letter.cc.length + letter.bcc.length > 0)
  useSignature(open, start)
  useShortcuts({ 'mail.send': () => void send() })

  const close = () => {
    const left = open.isTouched()
    void open.finish().then(() => {
      const { saved } = saver
      if (!left) return
      showToast({
        message: saver.state === 'saved' ? 'Kept as a draft' : 'Kept in this browser until the server has it',
        action: {
          label: 'Open',
          run: () =>
            compose(
              saved && saver.state === 'saved' ? { kind: 'draft', id: saved.id } : { kind: 'kept', key: begun.key },
            ),
        },
      })
    })
    stopComposing()
  }
  const onDrop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    attach.add([...event.dataTransfer.files])
  }
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    attach.add([...event.clipboardData.files])
  }
  const toFirst = start.kind === 'new' || start.kind === 'forward'

  return (
    <Sheet title={titleOfSheet(start, letter.subject)} aside={<SaveNote saver={saver} />} onClose={close}>
      <div
        className="flex min-h-0 flex-1 flex-col overflow-y-auto"
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
        onPaste={onPaste}
      >
        <SenderField open={open} />
        <AddressField
          label="To"
          addresses={letter.to}
          known={known}
          takesFocus={toFirst}
          onChange={(to) => open.change({ to })}
        >
          {!moreFields && (
            <button
              type="button"
              className="ring-inside min-h-8 shrink-0 rounded-box px-2 text-sm font-semibold underline hover:bg-sunken"
              onClick={() => setMoreFields(true)}
            >
              Cc Bcc
            </button>
          )}
        </AddressField>
        {moreFields && (
          <>
            <AddressField label="Cc" addresses={letter.cc} known={known} onChange={(cc) => open.change({ cc })} />
            <AddressField label="Bcc" addresses={letter.bcc} known={known} onChange={(bcc) => open.change({ bcc })} />
          </>
        )}
        <input
          aria-label="Subject"
          placeholder="Subject"
          className="ring-inside min-h-11 shrink-0 border-0 border-b border-line-soft bg-transparent px-4 font-semibold text-ink outline-none"
          maxLength={2000}
          value={letter.subject}
          onChange={(event) => open.change({ subject: event.target.value.replace(/[\r\n]+/g, ' ') })}
        />
        <LetterConflict open={open} />
        <RichText body={letter} version={open.version} takesFocus={!toFirst} onChange={(body) => open.change(body)} />
        <AttachmentField open={open} attach={attach} />
        {problem != null && (
          <div className="p-3">
            <ProblemNote error={problem} />
          </div>
        )}
      </div>
      <LetterFoot open={open} attach={attach} sending={sending} send={send} />
    </Sheet>
  )
}

function titleOfSheet({ kind }: Start, subject: string): string {
  if (kind === 'new' && subject.trim() === '') return 'New message'
  return titleOf({ subject })
}
