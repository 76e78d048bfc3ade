import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '#client/problem-error.ts'
import { sendDraft, undoSend, type Outgoing } from '#modules/mail/contract/outgoing.ts'
import { api } from '#ui/data/api.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { fullDate } from '#ui/format.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { compose, stopComposing } from './composing.ts'
import type { Attach } from './use-attach.ts'
import type { OpenLetter } from './use-letter.ts'

/** Sends a letter, now or at a time: saved whole first, closed when the server has it, and taken back by the toast. */
export function useSend(open: OpenLetter, attach: Attach) {
  const cache = useQueryClient()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const attempt = useRef<string | null>(null)

  const send = async (at?: Date) => {
    if (sending) return
    setSending(true)
    setProblem(null)
    try {
      if (!(await attach.settled())) throw new Error('A file was not attached. Try it again, or leave it out.')
      const { id: draftId, rev } = await open.saver.flush()
      // Sent once, although the answer may get lost and the button be pressed again.
      attempt.current ??= crypto.randomUUID()
      const outgoing = await api.call(
        sendDraft,
        { draftId, rev, ...(at && { at: at.toISOString() }) },
        { idempotencyKey: attempt.current },
      )
      open.end()
      stopComposing()
      tell(outgoing, at)
      void refreshModules(cache, ['mail']).catch(showProblem)
    } catch (error) {
      if (!(error instanceof ProblemError && error.problem.kind === 'network')) attempt.current = null
      setProblem(error)
      setSending(false)
    }
  }
  return { send, sending, problem }
}

function tell(outgoing: Outgoing, at: Date | undefined): void {
  const takeBack = () =>
    void api.call(undoSend, { id: outgoing.id }).then(({ id }) => compose({ kind: 'draft', id }), showProblem)
  const mayUndo = Date.parse(outgoing.undoUntil) > Date.now()
  showToast({
    message: at ? `Goes out ${fullDate(at.toISOString())}` : 'Sending',
    detail: outgoing.to.map(({ name, address }) => name || address).join(', '),
    ...(mayUndo && { undo: takeBack }),
  })
}
