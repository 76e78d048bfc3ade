import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
// @ts-expect-error -- Plain JavaScript, that any Node can run.
import { findRuntime } from '../../bin/bootstrap/runtime.js'
import type { ServerProcess } from './server-process.ts'

const PROGRAM = join(import.meta.dirname, '../../apps/cli/main.ts')

/** What a data folder holds of mail, without ids or times: equal for equal imports. */
export function mailOf(dataFolder: string): string[] {
  return query(
    dataFolder,
    'SELECT hash, subject, seen, starred, place, thread_id, size FROM mail_message ORDER BY hash',
  ).map(({ hash, subject, seen, starred, place, size }) => JSON.stringify([hash, subject, seen, starred, place, size]))
}

/** The threads of a data folder as sorted lists of hashes. */
export function threadsOf(dataFolder: string): string[] {
  const messages = query(dataFolder, 'SELECT hash, thread_id FROM mail_message ORDER BY hash')
  return [...Map.groupBy(messages, ({ thread_id }) => thread_id).values()]
    .map((group) => group.map(({ hash }) => hash).join(' '))
    .sort()
}

/** Rows of a closed or open database. */
export function query(dataFolder: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(join(dataFolder, 'daybook.sqlite'), { readOnly: true })
  try {
    return database.prepare(sql).all() as Record<string, unknown>[]
  } finally {
    database.close()
  }
}

/** Ids of the mail that a search finds. */
export async function searched(server: ServerProcess, q: string): Promise<string[]> {
  const ids: string[] = []
  let cursor = ''
  do {
    const page = await server.call(
      'GET',
      `/search?type=mail&limit=200&snippets=false&q=${encodeURIComponent(q)}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    ids.push(...page.items.map(({ id }: { id: string }) => id))
    cursor = page.next ?? ''
  } while (cursor)
  return ids
}

/** The hashes of the mail that a search finds, sorted: comparable between data folders. */
export async function searchedHashes(server: ServerProcess, q: string): Promise<string[]> {
  const hashes = new Map(
    query(server.dataFolder, 'SELECT id, hash FROM mail_message').map(({ id, hash }) => [id, String(hash)]),
  )
  return (await searched(server, q)).map((id) => hashes.get(id) ?? `unknown ${id}`).sort()
}

/** What `daybook verify` says of a folder that nobody holds. */
export async function verify(
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<{ ok: boolean; faults: string[] }> {
  const parameters = [PROGRAM, 'verify', '--data', dataFolder, '--json']
  const { stdout } = await promisify(execFile)(findRuntime(), parameters, { env: { ...process.env, ...settings } })
  return JSON.parse(stdout)
}

/** Files that are left in the folder of uploads. */
export async function leftUploads(dataFolder: string): Promise<string[]> {
  return readdir(join(dataFolder, 'uploads'))
}
