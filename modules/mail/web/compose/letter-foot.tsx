import { lazy, Suspense, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Clock from 'lucide-react/icons/clock'
import Paperclip from 'lucide-react/icons/paperclip'
import Send from 'lucide-react/icons/send'
import Trash2 from 'lucide-react/icons/trash-2'
import { deleteDraft, listDrafts } from '#modules/mail/contract/drafts.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { compose, stopComposing } from './composing.ts'
import { isBlank } from './letter.ts'
import type { Attach } from './use-attach.ts'
import type { OpenLetter } from './use-letter.ts'

const LaterDialog = lazy(() => import('./later-dialog.tsx').then((module) => ({ default: module.LaterDialog })))

interface LetterFootProps {
  open: OpenLetter
  attach: Attach
  sending: boolean
  send: (at?: Date) => Promise<void>
}

/** What can be done with a letter: send it now or later, attach a file, throw it away. */
export function LetterFoot({ open, attach, sending, send }: LetterFootProps) {
  const cache = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const [choosing, setChoosing] = useState(false)

  const discard = () => {
    const { saved, letter } = open.saver
    open.end()
    stopComposing()
    if (saved) {
      api
        .call(deleteDraft, { id: saved.id })
        .then(() => refreshList(cache, listDrafts))
        .catch(showProblem)
    }
    if (isBlank(letter)) return
    const { to, subject, text } = letter
    showToast({ message: 'Thrown away', undo: () => compose({ kind: 'new', to, subject, text }) })
  }

  return (
    <div className="flex shrink-0 items-center gap-2 border-t-(length:--border) border-line p-3">
      <Button
        look="primary"
        icon={Send}
        className="min-h-10"
        disabled={sending}
        title="Send (Ctrl Enter)"
        onClick={() => void send()}
      >
        {sending ? 'Sending' : 'Send'}
      </Button>
      <IconButton label="Send later" icon={Clock} disabled={sending} onClick={() => setChoosing(true)} />
      <IconButton label="Attach a file" icon={Paperclip} onClick={() => file.current?.click()} />
      <input
        ref={file}
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files to attach"
        className="sr-only"
        onChange={(event) => {
          attach.add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <span className="ml-auto">
        <IconButton label="Throw away" icon={Trash2} onClick={discard} />
      </span>
      {choosing && (
        <Suspense>
          <LaterDialog
            title="Send later"
            action="Send then"
            onClose={() => setChoosing(false)}
            onChoose={(at) => {
              setChoosing(false)
              void send(at)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
