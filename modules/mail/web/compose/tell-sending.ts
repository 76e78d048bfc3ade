import { undoSend, type Outgoing } from '#modules/mail/contract/outgoing.ts'
import { api } from '#ui/data/api.ts'
import { fullDate } from '#ui/format.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { compose } from './composing.ts'

/** Says that a letter is on its way, with a way back for as long as there is one. */
export function tellSending(outgoing: Outgoing, at: string | null): void {
  const takeBack = () =>
    void api.call(undoSend, { id: outgoing.id }).then(({ id }) => compose({ kind: 'draft', id }), showProblem)
  const mayUndo = Date.parse(outgoing.undoUntil) > Date.now()
  showToast({
    message: at ? `Goes out ${fullDate(at)}` : 'Sending',
    detail: outgoing.to.map(({ name, address }) => name || address).join(', '),
    ...(mayUndo && { undo: takeBack }),
  })
}
