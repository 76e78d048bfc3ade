import { subscription } from '#kernel/handlers.ts'
import { FailureError } from '#kernel/failure.ts'
import { connectionAdded, connectionRemoved, readConnection } from '../../../connections/contract.ts'
import { addAccountIdentity } from '../drafts/internal.ts'
import { forgetAccount } from '../sending/internal.ts'

/** A new account brings an address to send from; with the account it goes, and what waits for it is given back. */
export default subscription({
  name: 'mail.account-identities',
  events: [connectionAdded, connectionRemoved],
  async handle({ forPerson }, events) {
    for (const { type, subjectId, personId } of events) {
      if (personId === null) continue
      const person = forPerson(personId)
      if (type === connectionRemoved.name) {
        await person.call(forgetAccount, { connectionId: subjectId })
        continue
      }
      const connection = await person.ask(readConnection, { id: subjectId }).catch(nullIfGone)
      if (!connection) continue
      const { address, name } = connection
      await person.call(addAccountIdentity, { connectionId: subjectId, address, name: name === address ? '' : name })
    }
  },
})

function nullIfGone(cause: unknown): null {
  if (cause instanceof FailureError && cause.failure.code === 'connection-not-found') return null
  throw cause
}
