import { job } from '#kernel/handlers.ts'
import { ringBell, ringBellJob } from '../internal.ts'

/** Tells of a bell that no page has rung. */
export default job(ringBellJob, ({ input, call }) => call(ringBell, input))
