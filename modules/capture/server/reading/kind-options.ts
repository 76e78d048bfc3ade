import type { ItemKind } from '../../contract.ts'

/** What a piece may be, as a question offers it. */
export const kindOptions: readonly { value: ItemKind; label: string }[] = [
  { value: 'task', label: 'A task' },
  { value: 'note', label: 'A note' },
  { value: 'goal', label: 'A goal' },
  { value: 'habit', label: 'A habit' },
  { value: 'shopping', label: 'To buy' },
]
