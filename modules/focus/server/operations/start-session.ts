import { uuidv7 } from '#base/ids.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { sessionStarted, startSession } from '../../contract.ts'
import { command, type SessionRow } from '../database.ts'
import { plannedWork } from '../session/clock.ts'
import { findSession, runningSession } from '../session/find-session.ts'
import { setBell } from '../session/set-bell.ts'
import { beginStretch } from '../session/stretches.ts'
import { mayName, titleOf } from '../session/titles.ts'
import { toColumns, toSession, toSetup } from '../session/to-session.ts'
import { findTemplate } from '../templates/find-template.ts'

export default command(startSession, async (context, input) => {
  const { db, actor, ask, emit, fail, now, setting } = context
  const template = input.templateId === undefined ? undefined : await findTemplate(db, actor.id, input.templateId)
  if (input.templateId !== undefined && !template) return fail('template-not-found')
  if (!(await mayName(ask, input.taskId))) return fail('task-not-found')
  if (await runningSession(db, actor.id)) return fail('session-runs')

  const session: SessionRow = {
    id: uuidv7(),
    person_id: actor.id,
    ...toColumns(template ? toSetup(template) : input),
    task_id: input.taskId,
    intention: input.intention,
    together: input.together ? 1 : 0,
    by_hand: 0,
    distractions: 0,
    started_at: now(),
    ended_at: null,
    counts_from: now(),
    counts_until: null,
  }
  await db.insertInto('focus_session').values(session).execute()
  const stretch = { kind: 'work', phase: 1, planned: plannedWork(session), started_at: now() } as const
  await beginStretch(db, { session, stretches: [] }, stretch)
  emit(sessionStarted, { id: session.id })
  const whole = (await findSession(db, actor.id, session.id))!
  await setBell(context, whole)
  return toSession(whole, await titleOf(ask, session.task_id), now(), await setting(gamesAndPrompts))
})
