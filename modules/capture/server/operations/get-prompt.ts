import { getPrompt } from '../../contract.ts'
import { query } from '../database.ts'
import { findPrompt } from '../prompts/find-prompt.ts'

export default query(
  getPrompt,
  async ({ db, actor, fail }, { id }) => (await findPrompt(db, actor, id)) ?? fail('prompt-not-found'),
)
