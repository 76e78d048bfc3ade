import { z } from 'zod'

/** What a field of one's own holds. */
export const CustomFieldKind = z.enum(['text', 'number', 'date', 'choice', 'flag', 'person'])
export type CustomFieldKind = z.infer<typeof CustomFieldKind>
