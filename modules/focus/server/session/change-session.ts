import type { CommandContext } from '#kernel/context.ts'
import type { Failure } from '#kernel/failure.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { sessionChanged, type FocusSession } from '../../contract.ts'
import type { FocusTables } from '../database.ts'
import { findSession, type WholeSession } from './find-session.ts'
import { setBell } from './set-bell.ts'
import { titleOf } from './titles.ts'
import { toSession } from './to-session.ts'

type Refusal = 'session-not-found' | 'session-ended'
type Context<Errors extends string> = CommandContext<FocusTables, Errors | Refusal>

/** Changes a session that runs, tells of it, and answers what it has become. */
export async function changeSession<Errors extends string>(
  context: Context<Errors>,
  id: string,
  change: (whole: WholeSession) => Promise<Failure | void>,
  event = sessionChanged,
): Promise<FocusSession | Failure> {
  const { db, actor, ask, emit, fail, now, setting } = context
  const whole = await findSession(db, actor.id, id)
  if (!whole) return fail('session-not-found')
  if (whole.session.ended_at !== null) return fail('session-ended')

  const refused = await change(whole)
  if (refused) return refused
  emit(event, { id })
  const changed = (await findSession(db, actor.id, id))!
  await setBell(context, changed)
  return toSession(changed, await titleOf(ask, changed.session.task_id), now(), await setting(gamesAndPrompts))
}
