import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A path inside the checkout. */
export const inProject = (...parts: string[]) => join(root, ...parts)
