import { DueSweep } from '#kernel/due-sweep.ts'
import { provide } from '#kernel/module-services.ts'
import { alarms, listDue, ringAlarm } from './internal.ts'

/** Brings threads back, and reminds, when their time has come. */
export const alarmSweep = provide(
  alarms,
  (context) =>
    new DueSweep(context, {
      list: async (limit) => (await context.acting().ask(listDue, { limit })).items,
      works: (items) =>
        items.map(({ id, workspaceId, ownerId }) => async () => {
          const { rang } = await context.acting({ userId: ownerId, workspaceId }).call(ringAlarm, { id })
          return rang ? 1 : 0
        }),
      events: { look: 'mail.alarms-not-rung', work: 'mail.alarm-not-rung' },
    }),
)
