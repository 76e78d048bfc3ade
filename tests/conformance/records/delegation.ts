import type { Makers } from './making.ts'

/** What people give each other of tasks and add to them. */
export const delegationRecords: Makers = {
  'tasks.delegation': async ({ of, call }) =>
    (await call('tasks.delegate', { taskId: await of('tasks.task'), mode: 'do' })).id,
  'tasks.comment': async ({ of, call, next }) =>
    (await call('tasks.add-comment', { taskId: await of('tasks.task'), body: `Comment ${next()}` })).id,
  'tasks.attachment': async ({ of, call }) => {
    const input = { taskId: await of('tasks.task'), uploadId: await of('kernel.upload') }
    return (await call('tasks.attach', input)).id
  },
}
