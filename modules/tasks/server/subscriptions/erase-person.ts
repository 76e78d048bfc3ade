import { subscription } from '#kernel/handlers.ts'
import { memberRemoved, userDeleted } from '../../../identity/contract.ts'
import { eraseOwn, erasePrivateBatch } from '../people/internal.ts'

/** Rows erased a transaction: small enough that nobody waits long. */
const BATCH = 100

/**
 * Feeds end with a membership. Private projects go with an account, and with whoever leaves by themselves; whoever is
 * removed by somebody else finds them again when they come back.
 */
export default subscription({
  name: 'tasks.erase-person',
  events: [userDeleted, memberRemoved],
  async handle({ forPerson }, events) {
    for (const event of events) {
      const { call } = forPerson(event.subjectId)
      const account = event.type === userDeleted.name
      await call(eraseOwn, { at: event.at, account })
      const left = !account && 'left' in event.data && event.data.left === true
      if (!account && !left) continue
      while ((await call(erasePrivateBatch, { limit: BATCH, unlessMember: left })).erased > 0);
    }
  },
})
