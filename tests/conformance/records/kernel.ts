import { systemActor } from '#kernel/actor.ts'
import { requestApproval } from '#kernel/approvals/internal.ts'
import type { Makers } from './making.ts'
import { importMailbox } from './mail.ts'
import { mailbox } from './mailbox.ts'

/** Records of the kernel itself. */
export const kernelRecords: Makers = {
  'kernel.upload': async ({ call }) => (await call('uploads.create', { name: 'mail.mbox' }, mailbox(1))).id,
  'kernel.job': async (making) => (await importMailbox(making, mailbox(1))).job,
  'kernel.approval': async ({ conformance, next }) => {
    const { daybook, owner } = conformance.app
    const request = { operation: 'tasks.create', input: { title: `Task ${next()}` }, client: 'A client' }
    const assistant = systemActor('assistant', owner.workspaceId, owner.id)
    return (await daybook.kernel.callAs(assistant, requestApproval, request)).id
  },
}
