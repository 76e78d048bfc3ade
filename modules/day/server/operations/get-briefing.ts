import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { listTasks } from '../../../tasks/contract.ts'
import { getBriefing } from '../../contract.ts'
import { dueTasks } from '../briefing/due.ts'
import { dayInWords } from '../briefing/in-words.ts'
import { mailOfToday } from '../briefing/mail.ts'
import { matrixOf } from '../briefing/matrix.ts'
import { pressingTasks, suggest } from '../briefing/suggest.ts'
import { query } from '../database.ts'
import { latestEnergy } from '../energy/energy-today.ts'
import { planOf } from '../ritual/read-ritual.ts'
import { todayOf } from '../today.ts'

const MOST_BEFORE = 20
const MOST_DUE = 50
const MOST_SUGGESTED = 3

export default query(getBriefing, async (context, input) => {
  const { db, actor, ask, fail } = context
  const today = await todayOf(context, input.zone)
  if (!today) return fail('bad-zone')

  const tasks = await pressingTasks(ask)
  if (tasks instanceof Failure) return tasks
  const wanted = await dueTasks(ask, today)
  if (wanted instanceof Failure) return wanted
  const waiting = await ask(listTasks, { q: 'is:mine', status: 'waiting', limit: MOST_BEFORE })
  if (waiting instanceof Failure) return waiting
  const mail = await mailOfToday(ask)
  if (mail instanceof Failure) return mail
  const energy = input.energy ?? (await latestEnergy(db, personOf(actor), today.date))
  // What is chosen already needs no suggestion.
  const planned = new Set(await planOf(db, personOf(actor), today.date))
  const others = tasks.filter(({ id }) => !planned.has(id))
  const suggestions = await suggest(ask, others, { energy, minutes: null, date: today.date }, MOST_SUGGESTED)
  if (suggestions instanceof Failure) return suggestions

  const { stillOpen, due } = wanted
  const counts = { stillOpen: stillOpen.length, due: due.length, waiting: waiting.items.length }
  return {
    day: today.date,
    text: dayInWords({ ...counts, answers: mail.answers.length }),
    stillOpen: stillOpen.slice(0, MOST_BEFORE),
    due: due.slice(0, MOST_DUE),
    waiting: waiting.items,
    ...mail,
    matrix: matrixOf(tasks, today),
    open: tasks.length,
    suggestions,
  }
})
