import { subscription } from '#kernel/handlers.ts'
import { connectionAdded, connectionChanged, connectionRemoved } from '../../../connections/contract.ts'
import { beginFollow, beginForget } from '../sync/internal.ts'

/** An account that is connected is synced and followed; with one that is removed goes what only it brought. */
export default subscription({
  name: 'mail.follow-connections',
  events: [connectionAdded, connectionChanged, connectionRemoved],
  async handle({ forPerson }, events) {
    for (const { type, subjectId: connectionId, personId } of events) {
      if (personId === null) continue
      const begin = type === connectionRemoved.name ? beginForget : beginFollow
      await forPerson(personId).call(begin, { connectionId })
    }
  },
})
