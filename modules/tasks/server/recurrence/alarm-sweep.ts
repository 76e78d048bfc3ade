import { DueSweep } from '#kernel/due-sweep.ts'
import { provide } from '#kernel/module-services.ts'
import { listDueAlarms, passDates, ringReminders, taskAlarms } from './internal.ts'

/** Passes dates that are over, and reminds, when their time has come. */
export const alarmSweep = provide(
  taskAlarms,
  (context) =>
    new DueSweep(context, {
      list: async (limit) => (await context.acting().ask(listDueAlarms, { limit })).items,
      works(items) {
        const reminded = new Set<string>()
        return items.flatMap(({ kind, subjectId, workspaceId, personId }) => {
          const acting = context.acting({ userId: personId, workspaceId })
          if (kind === 'pass') return [() => acting.call(passDates, { id: subjectId }).then(() => 1)]
          // One command takes all that is due to a person, so that what is late comes together.
          const person = `${workspaceId} ${personId}`
          if (reminded.has(person)) return []
          reminded.add(person)
          return [() => acting.call(ringReminders, {}).then(({ rang }) => rang)]
        })
      },
      events: { look: 'tasks.alarms-not-seen-to', work: 'tasks.alarm-not-seen-to' },
    }),
)
