import { subscription } from '#kernel/handlers.ts'
import { mailErased, messageRemoved, outgoingRemoved } from '#modules/mail/contract.ts'
import { forgetKinds, forgetRecords } from '../internal.ts'

const KINDS = new Map([
  [messageRemoved.name, 'mail.message'],
  [outgoingRemoved.name, 'mail.outgoing'],
])

/** What people were told about mail names its subject: it goes with the mail. */
export default subscription({
  name: 'notifications.forget-records',
  events: [messageRemoved, outgoingRemoved, mailErased],
  async handle({ forPerson }, events) {
    const whose = Map.groupBy(events, ({ personId, type, workspaceId }) => `${personId} ${workspaceId} ${type}`)
    for (const group of whose.values()) {
      const { personId, type } = group[0]!
      if (personId === null) continue
      const person = forPerson(personId)
      const kind = KINDS.get(type)
      if (kind) await person.call(forgetRecords, { kind, ids: group.map(({ subjectId }) => subjectId) })
      else await person.call(forgetKinds, { kinds: ['import', 'reminder', 'mail', 'sending'] })
    }
  },
})
