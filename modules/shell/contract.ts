import { z } from 'zod'
import { defineSetting } from '#contract/setting.ts'

/** The keys a person chose, by the name of the action; an empty text switches an action's key off. */
export const KeyChoices = z
  .record(z.string().max(100), z.string().max(30))
  .refine((choices) => Object.keys(choices).length <= 200, 'At most 200 actions have keys of their own')
export type KeyChoices = z.infer<typeof KeyChoices>

export const keyChoices = defineSetting<KeyChoices>({
  name: 'shell.keys',
  summary: 'Your own keys, by the name of the action',
  level: 'person',
  schema: KeyChoices,
  default: {},
})
