import { uuidv7 } from '#base/ids.ts'
import type { Makers } from './making.ts'

/** What a field of a task said before another change took its place. */
export const versionRecords: Makers = {
  'tasks.version': async ({ call, next }) => {
    const { id } = await call('tasks.create', { title: 'A task' })
    const change = { changeId: uuidv7(), madeAt: '2026-01-01T00:00:00Z', base: { title: 'Another' } }
    const { kept } = await call('tasks.merge', { id, ...change, title: `Version ${next()}` })
    return kept[0].id
  },
}
