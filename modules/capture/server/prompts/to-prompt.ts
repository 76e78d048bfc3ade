import { toInstant } from '#base/time.ts'
import type { Prompt } from '../../contract.ts'
import type { PromptRow } from '../database.ts'
import type { BuiltIn } from './built-in.ts'
import { variablesOf } from './variables.ts'

/** A row of prompts as the API shows it. */
export function toPrompt({ id, name, text, created_at, updated_at }: PromptRow): Prompt {
  return {
    id,
    name,
    text,
    variables: variablesOf(text),
    builtIn: false,
    givesPlan: false,
    createdAt: toInstant(created_at),
    updatedAt: toInstant(updated_at),
  }
}

// No row says when it was made: it came with the program.
const EVER = Date.UTC(2026, 10, 1)

/** A prompt that comes with Daybook, in the same form. */
export function toBuiltInPrompt({ id, name, text, givesPlan }: BuiltIn): Prompt {
  return { ...toPrompt({ id, name, text, created_at: EVER, updated_at: EVER } as PromptRow), builtIn: true, givesPlan }
}
