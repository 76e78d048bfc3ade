import { personOf, type Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Prompt } from '../../contract.ts'
import type { CaptureTables, PromptRow } from '../database.ts'
import { builtInPrompts } from './built-in.ts'
import { toBuiltInPrompt, toPrompt } from './to-prompt.ts'

/** A prompt of the actor's person, deleted or not. */
export function findOwnPrompt(
  db: ReadDatabase<CaptureTables>,
  actor: Actor,
  id: string,
): Promise<PromptRow | undefined> {
  return db
    .selectFrom('capture_prompt')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personOf(actor))
    .executeTakeFirst()
}

/** Whether a prompt comes with Daybook. */
export function isBuiltIn(id: string): boolean {
  return builtInPrompts.some((prompt) => prompt.id === id)
}

/** A prompt that the actor can use. */
export async function findPrompt(
  db: ReadDatabase<CaptureTables>,
  actor: Actor,
  id: string,
): Promise<Prompt | undefined> {
  const builtIn = builtInPrompts.find((prompt) => prompt.id === id)
  if (builtIn) return toBuiltInPrompt(builtIn)
  const row = await findOwnPrompt(db, actor, id)
  return row && row.deleted_at === null ? toPrompt(row) : undefined
}
