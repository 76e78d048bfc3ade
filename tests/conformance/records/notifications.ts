import { systemActor } from '#kernel/actor.ts'
import { addNotice } from '#modules/notifications/server/internal.ts'
import type { Makers } from './making.ts'

/** What people are told. */
export const notificationRecords: Makers = {
  'notifications.notice': async ({ conformance, call, next }) => {
    const { daybook, owner } = conformance.app
    const happening = { kind: 'job', key: `job ${next()}`, title: 'Work failed', detail: null, record: null }
    await daybook.kernel.callAs(systemActor('teller', owner.workspaceId, owner.id), addNotice, happening)
    return (await call('notifications.list', { limit: 1 })).items[0].id
  },
}
