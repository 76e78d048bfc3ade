import { approvalRequested, getApproval } from '#kernel/builtin/contract.ts'
import type { Source } from './source.ts'

/** An assistant asks to do something and waits for an answer. */
export const approvalSource: Source = {
  event: approvalRequested,
  async toNotice({ ask }, { subjectId }) {
    const { id, state, summary, client } = await ask(getApproval, { id: subjectId })
    if (state !== 'waiting') return null
    return {
      kind: 'approval',
      key: `approval ${id}`,
      title: `${client} asks: ${summary}`.slice(0, 300),
      detail: 'It waits for your answer.',
      record: { kind: 'kernel.approval', id },
    }
  },
}
