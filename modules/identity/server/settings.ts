import { z } from 'zod'
import { defineSetting } from '#contract/setting.ts'

/** Who may make an account by themselves. */
export const registration = defineSetting<'closed' | 'invited' | 'open'>({
  name: 'identity.registration',
  summary: 'Who may register: nobody, whoever holds an invitation, or everybody who can prove an address',
  level: 'instance',
  schema: z.enum(['closed', 'invited', 'open']),
  default: 'invited',
})
