import { FailureError } from '#kernel/failure.ts'
import { provide, type LivingService, type ServiceContext } from '#kernel/module-services.ts'
import { alarms, listDue, ringAlarm, type Alarms } from './internal.ts'

/** How late a thread may come back. The clock of the wall is asked each time, so that a sleep or a jump loses nothing. */
const INTERVAL = 5000
const AT_ONCE = 100

/** Rings alarms by what the table says: nothing is lost by a restart, and nothing is planned that could be forgotten. */
class AlarmSweep implements Alarms, LivingService {
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
      this.#context.log.error({ cause }, 'mail.alarms-not-rung')
    }
  }

  async #sweep(): Promise<number> {
    let rung = 0
    for (;;) {
      const { items } = await this.#context.acting().ask(listDue, { limit: AT_ONCE })
      let rang = 0
      for (const { id, workspaceId, ownerId } of items) if (await this.#ring(id, workspaceId, ownerId)) rang++
      rung += rang
      // Those that could not ring are due again at the next look, and hold up nobody's turn for longer.
      if (items.length < AT_ONCE || rang === 0) return rung
    }
  }

  async #ring(id: string, workspaceId: string, userId: string): Promise<boolean> {
    try {
      return (await this.#context.acting({ userId, workspaceId }).call(ringAlarm, { id })).rang
    } catch (cause) {
      if (!(cause instanceof FailureError)) throw cause
      this.#context.log.error({ cause }, 'mail.alarm-not-rung')
      return false
    }
  }
}

export const alarmSweep = provide(alarms, (context) => new AlarmSweep(context))
