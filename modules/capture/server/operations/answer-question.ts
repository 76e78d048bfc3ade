import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { answerQuestion, captureUpdated, ItemKind, type CaptureQuestion } from '../../contract.ts'
import { command, type CaptureTables } from '../database.ts'
import { findChangeable } from '../find-capture.ts'
import { toCapture } from '../to-capture.ts'

export default command(answerQuestion, async (context, { id, question, answer }) => {
  const { db, actor, emit, fail } = context
  const capture = await findChangeable(db, actor, id)
  if (!capture) return fail('capture-not-found')
  const questions = JSON.parse(capture.questions) as CaptureQuestion[]
  const asked = questions[question - 1]
  if (!asked) return fail('no-such-question')
  if (answer !== null && !isAnswer(asked, answer)) return fail('bad-answer')

  if (answer !== null) await follow(db, asked, answer)
  questions[question - 1] = { ...asked, answer, skipped: answer === null }
  const changes = { questions: JSON.stringify(questions) }
  await db.updateTable('capture_capture').set(changes).where('id', '=', id).execute()
  emit(captureUpdated, { id })
  return toCapture(context, { ...capture, ...changes })
})

function isAnswer({ about }: CaptureQuestion, answer: string): boolean {
  return about === 'kind' ? ItemKind.safeParse(answer).success : isDay(answer)
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** What was answered shows in its piece, where it can still be changed. */
async function follow(db: WriteDatabase<CaptureTables>, { about, itemId, answer }: CaptureQuestion, said: string) {
  const item = await db.selectFrom('capture_item').selectAll().where('id', '=', itemId).executeTakeFirst()
  if (!item || item.accepted_at !== null) return
  // Another answer takes the place of the one before.
  const text = answer === null ? item.text : item.text.replace(` ${answer}`, '')
  const changes =
    about === 'kind'
      ? { kind: said as ItemKind, sure: 'sure' as const, why: 'You said so' }
      : { text: `${text} ${said}` }
  await db.updateTable('capture_item').set(changes).where('id', '=', itemId).execute()
}
