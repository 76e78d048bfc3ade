import { jobChanged } from '#kernel/builtin/contract.ts'
import { subscription } from '#kernel/handlers.ts'
import { noteCancelled } from '../internal.ts'

/** A job cancelled while it waited never runs, so somebody else must say that its import stands still. */
export default subscription({
  name: 'mail.follow-jobs',
  events: [jobChanged],
  async handle({ call }, events) {
    for (const { data } of events) {
      if (data.state === 'cancelled') await call(noteCancelled, { jobId: String(data.id) })
    }
  },
})
