import { command } from '../database.ts'
import { noteFailure } from '../internal-factors.ts'

export default command(noteFailure, async ({ changed }, { userId, shown }) => {
  changed(null, { userId, shown })
  return {}
})
