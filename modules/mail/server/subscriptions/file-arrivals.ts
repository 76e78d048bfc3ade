import { subscription } from '#kernel/handlers.ts'
import { messageAdded } from '../../contract.ts'
import { fileArrivals } from '../rules/internal.ts'
import { suggestTasks } from '../tidying/internal.ts'

/** Messages a transaction: others are let in between. */
const BATCH = 50

/** Does with new mail what its owner asked for. What an import brings is of the past: rules are applied to it by hand. */
export default subscription({
  name: 'mail.file-arrivals',
  events: [messageAdded],
  async handle({ forPerson }, events) {
    const fresh = events.filter(({ data, personId }) => data.importId === null && personId !== null)
    for (const [personId, own] of Map.groupBy(fresh, ({ personId }) => personId!)) {
      for (let at = 0; at < own.length; at += BATCH) {
        const ids = own.slice(at, at + BATCH).map(({ subjectId }) => subjectId)
        await forPerson(personId).call(fileArrivals, { ids })
        await forPerson(personId).call(suggestTasks, { ids })
      }
    }
  },
})
