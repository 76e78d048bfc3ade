import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/** The folder of sample mail, or null where it is not on this machine. */
export function sampleMail(): string | null {
  const folder = join(process.env['DAYBOOK_SAMPLES'] ?? resolve(import.meta.dirname, '../../../shared/samples'), 'mail')
  return existsSync(join(folder, 'mime')) ? folder : null
}

/** The messages under a folder of the sample mail, by their path within it, in order. */
export function messagesUnder(mail: string, folder: string): string[] {
  return readdirSync(join(mail, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README')
    .map((entry) => relative(mail, join(entry.parentPath, entry.name)))
    .sort()
}
