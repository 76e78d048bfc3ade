import { createClient } from '#client/client.ts'

/** The one client of this page; the session cookie signs its calls. */
export const api = createClient({ baseUrl: '' })
