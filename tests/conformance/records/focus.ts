import type { Makers } from './making.ts'

/** Sessions are those that have ended; templates are made out of an example. */
export const focusRecords: Makers = {
  'focus.session': async ({ call }) =>
    (await call('focus.log', { startedAt: '2026-01-05T09:00:00Z', workMinutes: 25 })).id,
  'focus.thought': async ({ call, next }) => (await call('focus.park', { text: `Thought ${next()}` })).id,
  'tasks.time-entry': async ({ of, call }) =>
    (await call('tasks.add-time', { taskId: await of('tasks.task'), minutes: 5 })).id,
}
