import { toInstant } from '#base/time.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { FocusTables } from '../database.ts'
import { ringBellJob } from '../internal.ts'
import { clockOf } from './clock.ts'
import type { WholeSession } from './find-session.ts'

/** How long an open page has to say that it rang: in the background, browsers let its clock tick once a minute. */
export const HEARD_WITHIN = 90_000

/** Looks after the bell that is to come, in case no page is open then. A bell that was moved on has a look of its own. */
export async function setBell(
  { enqueue, now }: Pick<CommandContext<FocusTables>, 'enqueue' | 'now'>,
  { session, stretches }: WholeSession,
): Promise<void> {
  const { bellAt } = clockOf(session, stretches, now())
  if (bellAt === null || bellAt <= now()) return
  const { id } = session
  await enqueue(
    ringBellJob,
    { id, bellAt: toInstant(bellAt) },
    { key: `${id} ${bellAt}`, runAt: bellAt + HEARD_WITHIN },
  )
}
