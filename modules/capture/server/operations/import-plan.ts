import { isZone, serverLocale, serverZone } from '#base/server-locale.ts'
import { captureCreated, importPlan } from '../../contract.ts'
import { command } from '../database.ts'
import { keepPieces } from '../keep-pieces.ts'
import { insertCapture } from '../new-capture.ts'
import { readPlan } from '../prompts/read-plan.ts'
import { toPieces } from '../prompts/to-pieces.ts'
import { toCapture } from '../to-capture.ts'

export default command(importPlan, async (context, { text, zone = serverZone(), locale = serverLocale() }) => {
  const { db, emit, fail } = context
  if (!isZone(zone)) return fail('bad-zone')
  const read = readPlan(text)
  if (!read.ok) return fail('bad-plan', { errors: read.faults })

  const title = read.plan.title ?? read.plan.items[0]!.title
  const capture = (await insertCapture(context, { text, way: 'auto', origin: 'plan', zone, locale, title }))!
  const kept = await keepPieces(db, capture, { readBy: 'rules', pieces: toPieces(read.plan), questions: [] })
  emit(captureCreated, { id: capture.id })
  return toCapture(context, kept)
})
