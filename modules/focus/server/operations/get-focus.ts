import { personOf } from '#kernel/actor.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { getFocus } from '../../contract.ts'
import { query } from '../database.ts'
import { runningSession } from '../session/find-session.ts'
import { titleOf } from '../session/titles.ts'
import { toSession, toSetup } from '../session/to-session.ts'

export default query(getFocus, async ({ db, actor, ask, now, setting }) => {
  const personId = personOf(actor)
  const running = await runningSession(db, personId)
  const last = await db
    .selectFrom('focus_session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('by_hand', '=', 0)
    .orderBy('counts_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { n } = await db
    .selectFrom('focus_thought')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('state', '=', 'parked')
    .where('text', '<>', '')
    .executeTakeFirstOrThrow()
  const games = await setting(gamesAndPrompts)
  return {
    session: running ? toSession(running, await titleOf(ask, running.session.task_id), now(), games) : null,
    last: last ? toSetup(last) : null,
    openThoughts: Number(n),
  }
})
