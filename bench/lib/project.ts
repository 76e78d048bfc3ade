import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The runtime that runs this bench, which is the pinned one. */
export const runtime = process.execPath

/** Whether a program is on the path. */
export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && list(folder).includes(name))
}

function list(folder: string): string[] {
  try {
    return readdirSync(join(folder))
  } catch {
    // A folder of the path that is not there holds no program.
    return []
  }
}
