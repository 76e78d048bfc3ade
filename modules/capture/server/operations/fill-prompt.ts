import { fillPrompt } from '../../contract.ts'
import { query } from '../database.ts'
import { findPrompt } from '../prompts/find-prompt.ts'
import { fillVariables } from '../prompts/variables.ts'

export default query(fillPrompt, async ({ db, actor, fail }, { id, values }) => {
  const prompt = await findPrompt(db, actor, id)
  if (!prompt) return fail('prompt-not-found')
  const pairs = values.map((value) => /^([^=]+)=(.*)$/s.exec(value))
  if (pairs.some((pair) => pair === null)) return fail('bad-value')
  const given = new Map(pairs.map((pair) => [pair![1]!.trim(), pair![2]!]))
  return {
    text: fillVariables(prompt.text, given),
    missing: prompt.variables.filter((name) => !given.has(name)),
  }
})
