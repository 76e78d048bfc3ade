import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '#client/problem-error.ts'
import { sendDraft } from '#modules/mail/contract/outgoing.ts'
import { api } from '#ui/data/api.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { showProblem } from '#ui/toasts.ts'
import { isOffline } from '../offline/is-offline.ts'
import { stopComposing } from './composing.ts'
import { letterProblem } from './letter-problem.ts'
import { tellSending } from './tell-sending.ts'
import type { Attach } from './use-attach.ts'
import type { OpenLetter } from './use-letter.ts'

/**
 * Sends a letter, now or at a time: saved whole first, closed when the server has it, and taken back by the toast.
 * While nobody answers, it waits in this browser and is sent once when the server is there again.
 */
export function useSend(open: OpenLetter, attach: Attach) {
  const cache = useQueryClient()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const attempt = useRef<string | null>(null)

  const send = async (at?: Date) => {
    if (sending) return
    setSending(true)
    setProblem(null)
    const sendAt = at?.toISOString() ?? null
    try {
      if (!(await attach.settled())) throw letterProblem('file-not-attached')
      const { id: draftId, rev } = await open.saver.flush()
      // Sent once, although the answer may get lost and the button be pressed again.
      attempt.current ??= crypto.randomUUID()
      const outgoing = await api.call(
        sendDraft,
        { draftId, rev, ...(sendAt && { at: sendAt }) },
        { idempotencyKey: attempt.current },
      )
      open.end()
      stopComposing()
      tellSending(outgoing, sendAt)
      void refreshModules(cache, ['mail']).catch(showProblem)
    } catch (error) {
      const refusal = isOffline(error) ? await wait(sendAt) : error
      if (refusal === null) return
      if (!(error instanceof ProblemError && error.problem.kind === 'network')) attempt.current = null
      setProblem(refusal)
      setSending(false)
    }
  }

  /** Lets the letter wait; the answer is why it cannot, or null. */
  const wait = async (sendAt: string | null): Promise<unknown> => {
    const { to, cc, bcc } = open.letter
    if (to.length + cc.length + bcc.length === 0) return letterProblem('no-recipient')
    const { letThisWait } = await import('../offline/let-wait.ts')
    const waits = await letThisWait(open, attempt.current, sendAt)
    if (!waits) return ProblemError.network(null)
    open.end()
    stopComposing()
    return null
  }
  return { send, sending, problem }
}
