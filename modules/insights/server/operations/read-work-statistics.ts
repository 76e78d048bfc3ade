import { fromInstant, toInstant } from '#base/time.ts'
import { dayAt, instantOf } from '#base/query/zoned-time.ts'
import { Failure } from '#kernel/failure.ts'
import { listWork, type Work } from '../../../tasks/contract.ts'
import { readWorkStatistics, type Bucket } from '../../contract.ts'
import { query } from '../database.ts'
import { ownMinutes } from '../model/to-past-task.ts'
import { toFigures } from '../statistics/figures.ts'
import { spanAt, spansOf, toDate, type Span } from '../statistics/spans.ts'

export default query(readWorkStatistics, async ({ ask, fail, now }, { unit, from, to, zone = serverZone() }) => {
  if (!isZone(zone)) return fail('bad-zone')
  const today = dayAt(now(), zone)
  const spans = spansOf(unit, from, to, today)
  if (!spans) return fail('bad-span')

  const oldest = await ask(listWork, { limit: 1 })
  if (oldest instanceof Failure) return oldest
  const work = await workSince(ask, toInstant(instantOf(spans[0]!.first, 0, zone)))
  if (work instanceof Failure) return work

  // What was imported was made before its turn.
  const made = [...oldest.items, ...work].map(({ createdAt }) => fromInstant(createdAt))
  const firstDay = made.length === 0 ? Infinity : dayAt(Math.min(...made), zone)
  const within = (at: string | null) => (at === null ? -1 : spanAt(spans, fromInstant(at), zone))
  const created = Map.groupBy(work, ({ createdAt }) => within(createdAt))
  const done = Map.groupBy(work.filter(isDone), ({ completedAt }) => within(completedAt))
  const inSpans = (groups: Map<number, Work[]>) => spans.flatMap((_, index) => groups.get(index) ?? [])
  return {
    zone,
    unit,
    any: oldest.items.length > 0,
    buckets: spans.map((span, index) =>
      toBucket(span, created.get(index) ?? [], done.get(index) ?? [], { firstDay, today }),
    ),
    figures: toFigures(inSpans(created).length, inSpans(done)),
  }
})

type Ask = Parameters<Parameters<typeof query>[1]>[0]['ask']

async function workSince(ask: Ask, since: string): Promise<Work[] | Failure> {
  const all: Work[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await ask(listWork, { since, limit: 200, ...(cursor && { cursor }) })
    if (page instanceof Failure) return page
    all.push(...page.items)
    if (page.next === null) return all
    cursor = page.next
  }
}

/** A span before the first task or after today is a gap, not a row of zeros. */
function toBucket(span: Span, created: Work[], done: Work[], known: { firstDay: number; today: number }): Bucket {
  const days = { from: toDate(span.first), to: toDate(span.last) }
  if (span.first > known.today || span.last < known.firstDay) return { ...days, ...GAP }
  const both = done.filter((work) => work.spentMinutes > 0 && ownMinutes(work) !== null)
  return {
    ...days,
    known: true,
    partial: span.last >= known.today || span.first < known.firstDay,
    created: created.length,
    done: done.length,
    plannedMinutes: Math.round(both.reduce((sum, work) => sum + ownMinutes(work)!, 0)),
    actualMinutes: both.reduce((sum, { spentMinutes }) => sum + spentMinutes, 0),
    plannedTasks: both.length,
  }
}

const GAP = {
  known: false,
  partial: false,
  created: null,
  done: null,
  plannedMinutes: null,
  actualMinutes: null,
  plannedTasks: null,
}

function isDone({ status }: Work): boolean {
  return status === 'done'
}

/** The time zone of this machine, for whoever does not say theirs. */
function serverZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
