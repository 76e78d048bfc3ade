import type { Makers } from './making.ts'

/** What is kept of a person's days; habits and pauses are made out of their examples. */
export const dayRecords: Makers = {
  'day.energy': async ({ call }) => (await call('day.note-energy', { level: 2 })).id,
}
