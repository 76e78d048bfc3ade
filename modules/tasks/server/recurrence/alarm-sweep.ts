import { FailureError } from '#kernel/failure.ts'
import { provide, type LivingService, type ServiceContext } from '#kernel/module-services.ts'
import { listDueAlarms, passDates, ringReminders, taskAlarms, type TaskAlarms } from './internal.ts'

/** How late a reminder may come. The clock of the wall is asked each time, so that a sleep or a jump loses nothing. */
const INTERVAL = 5000
const AT_ONCE = 100

/** Sees to what is due by what the table says: nothing is lost by a restart, and nothing is planned that could be forgotten. */
class AlarmSweep implements TaskAlarms, LivingService {
  readonly #context: ServiceContext
  #timer: ReturnType<typeof setInterval> | undefined
  #under: Promise<number> | null = null

  constructor(context: ServiceContext) {
    this.#context = context
  }

  start(): void {
    this.#timer = setInterval(() => void this.#tick(), INTERVAL)
    this.#timer.unref()
    void this.#tick()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#under?.catch(() => 0)
  }

  sweep(): Promise<number> {
    this.#under ??= this.#sweep().finally(() => (this.#under = null))
    return this.#under
  }

  async #tick(): Promise<void> {
    try {
      await this.sweep()
    } catch (cause) {
      // A busy or full disk passes; the next look finds the same alarms.
      this.#context.log.error({ cause }, 'tasks.alarms-not-seen-to')
    }
  }

  async #sweep(): Promise<number> {
    let done = 0
    for (;;) {
      const { items } = await this.#context.acting().ask(listDueAlarms, { limit: AT_ONCE })
      let seenTo = 0
      const reminded = new Set<string>()
      for (const { kind, subjectId, workspaceId, personId } of items) {
        const acting = this.#context.acting({ userId: personId, workspaceId })
        if (kind === 'pass')
          seenTo += await this.#counted(() => acting.call(passDates, { id: subjectId }).then(() => 1))
        else if (!reminded.has(`${workspaceId} ${personId}`)) {
          // One command takes all that is due to a person, so that what is late comes together.
          reminded.add(`${workspaceId} ${personId}`)
          seenTo += await this.#counted(() => acting.call(ringReminders, {}).then(({ rang }) => rang))
        }
      }
      done += seenTo
      // Those that could not be seen to are due again at the next look, and hold up nobody's turn for longer.
      if (items.length < AT_ONCE || seenTo === 0) return done
    }
  }

  async #counted(work: () => Promise<number>): Promise<number> {
    try {
      return await work()
    } catch (cause) {
      if (!(cause instanceof FailureError)) throw cause
      this.#context.log.error({ cause }, 'tasks.alarm-not-seen-to')
      return 0
    }
  }
}

export const alarmSweep = provide(taskAlarms, (context) => new AlarmSweep(context))
