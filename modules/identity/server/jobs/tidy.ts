import { job } from '#kernel/handlers.ts'
import { tidy, tidyHourly } from '../internal-accounts.ts'

export default job(tidyHourly, async ({ call }) => call(tidy, {}))
