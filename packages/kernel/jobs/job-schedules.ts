import { Cron } from 'croner'
import { systemActor } from '../actor.ts'
import type { Services } from '../services.ts'
import { enqueueOnce } from './job-store.ts'

/** Enqueues scheduled jobs; the key of a job is its time, so that a time is served once across processes. */
export class JobSchedules {
  readonly #services: () => Services
  readonly #wake: () => void
  #crons: Cron[] = []

  constructor(services: () => Services, wake: () => void) {
    this.#services = services
    this.#wake = wake
  }

  start(): void {
    for (const { job } of this.#services().registry.jobs.values()) {
      if (!job.schedule) continue
      // UTC as an offset: a named time zone loads megabytes of ICU.
      const cron = new Cron(job.schedule, { utcOffset: 0, unref: true, protect: true }, async (self: Cron) => {
        const at = self.currentRun()?.getTime() ?? Date.now()
        await this.#services().database.write((transaction) =>
          enqueueOnce(
            transaction,
            job,
            {},
            { actor: systemActor(job.name, '', null), at, key: `at:${Math.floor(at / 1000)}` },
          ),
        )
        this.#wake()
      })
      this.#crons.push(cron)
    }
  }

  stop(): void {
    for (const cron of this.#crons.splice(0)) cron.stop()
  }
}
