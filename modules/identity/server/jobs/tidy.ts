import { job } from '#kernel/handlers.ts'
import { tidy, tidyHourly } from '../internal-accounts.ts'
import { eraseWorkspace } from '../people/internal.ts'

export default job(tidyHourly, async ({ call, signal }) => {
  await call(tidy, {})
  for (;;) {
    signal.throwIfAborted()
    const { id } = await call(eraseWorkspace, {}, { bulk: true })
    if (id === null) return {}
  }
})
