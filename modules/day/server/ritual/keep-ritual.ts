import { formatDay, type Day } from '#base/query/calendar.ts'
import { personOf } from '#kernel/actor.ts'
import type { CommandContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { getTask } from '../../../tasks/contract.ts'
import { dayChanged, gamesAndPrompts, type Ritual, type RitualPart } from '../../contract.ts'
import type { DayTables, RitualRow } from '../database.ts'
import { dayOfDate, ritualDay, todayOf, type Today } from '../today.ts'
import { readRitual } from './read-ritual.ts'

type Context = CommandContext<DayTables, any>

/** The day that a person speaks of and the one it is; a refusal where there is no such zone or it is still to come. */
export async function spokenDay(
  context: Pick<Context, 'now' | 'setting' | 'fail'>,
  named: { day?: string | undefined; zone?: string | undefined },
  part: RitualPart | null,
): Promise<{ today: Today; day: Day } | Failure> {
  const today = await todayOf(context, named.zone)
  if (!today) return context.fail('bad-zone')
  if (named.day === undefined) return { today, day: part ? ritualDay(today, part) : today.day }
  const day = dayOfDate(named.day)
  return part && day > today.day ? context.fail('not-yet') : { today, day }
}

/** Keeps how a part of a day was held, in place of what was kept before; nothing with `state` null. */
export async function keepPart(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  day: Day,
  part: RitualPart,
  state: RitualRow['state'] | null,
  first = '',
  second = '',
): Promise<void> {
  const personId = personOf(actor)
  const on_day = formatDay(day)
  await db
    .deleteFrom('day_ritual')
    .where('person_id', '=', personId)
    .where('on_day', '=', on_day)
    .where('part', '=', part)
    .execute()
  if (state === null) return
  await db
    .insertInto('day_ritual')
    .values({ person_id: personId, on_day, part, state, at: now(), first, second })
    .execute()
}

/** Whether a part of a day was held. */
export async function isKept(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  day: Day,
  part: RitualPart,
): Promise<boolean> {
  const row = await db
    .selectFrom('day_ritual')
    .select('state')
    .where('person_id', '=', personOf(actor))
    .where('on_day', '=', formatDay(day))
    .where('part', '=', part)
    .executeTakeFirst()
  return row?.state === 'done'
}

/** Keeps the things of a day. */
export async function keepPlan(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  day: Day,
  taskIds: readonly string[],
): Promise<void> {
  const personId = personOf(actor)
  const on_day = formatDay(day)
  await db.deleteFrom('day_plan').where('person_id', '=', personId).where('on_day', '=', on_day).execute()
  await db
    .insertInto('day_plan')
    .values({ person_id: personId, on_day, task_ids: JSON.stringify([...new Set(taskIds)]) })
    .execute()
}

/** Whether this person sees all of these tasks. */
export async function areTasks({ ask }: Pick<Context, 'ask'>, taskIds: readonly string[]): Promise<boolean> {
  for (const id of taskIds) if ((await ask(getTask, { id })) instanceof Failure) return false
  return true
}

/** Tells that the day changed, and answers it as it is now. */
export async function answerRitual(
  { db, actor, emit, setting }: Pick<Context, 'db' | 'actor' | 'emit' | 'setting'>,
  today: Today,
  named: string | undefined,
): Promise<Ritual> {
  const personId = personOf(actor)
  emit(dayChanged, { id: personId, part: 'ritual' })
  return readRitual(
    db,
    personId,
    today,
    named === undefined ? undefined : dayOfDate(named),
    await setting(gamesAndPrompts),
  )
}
