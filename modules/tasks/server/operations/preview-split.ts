import { serverLocale } from '#base/server-locale.ts'
import { previewSplit } from '../../contract.ts'
import { query } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { splitLanguages } from '../splitting/languages.ts'
import { questionOf } from '../splitting/question-of.ts'
import { suggestByRules } from '../splitting/suggest-by-rules.ts'

export default query(previewSplit, async ({ db, fail }, { id, scope, locale }) => {
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  const question = await questionOf(db, task, scope)
  if (!question) return fail('illegal-level')
  const answer = suggestByRules(splitLanguages(locale ?? serverLocale()), question)
  return { id, ...answer, source: 'rules' as const, model: null }
})
