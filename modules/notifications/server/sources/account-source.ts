import { consentLost, getConnection } from '#modules/connections/contract.ts'
import type { Source } from './source.ts'

/** A connected account that does nothing until its owner has signed in again. */
export const accountSource: Source = {
  event: consentLost,
  async toNotice({ ask }, { subjectId, position }) {
    const { id, address, state, problem } = await ask(getConnection, { id: subjectId })
    if (state !== 'needs-consent') return null
    return {
      kind: 'account',
      key: `account ${id} ${position}`,
      title: `${address} must be signed in again`,
      detail: problem?.detail ?? null,
      record: { kind: 'connections.connection', id },
    }
  },
}
