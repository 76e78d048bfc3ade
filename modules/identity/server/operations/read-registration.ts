import { query } from '../database.ts'
import { readRegistration } from '../internal-accounts.ts'
import { registration } from '../settings.ts'

export default query(readRegistration, async ({ setting }) => ({ registration: await setting(registration) }))
