import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everyRow, withClient } from '#testing/outside.ts'
import type { TestApp } from '#testing/test-app.ts'

/** Bytes that tell a text from all others, and what they are. */
export type Traces = Map<string, Buffer>

/** How much of a stored value is looked for: small enough that the end of a page seldom cuts it. */
const PIECE = 16

/**
 * What a word may have become in the data folder: itself, in base64, its tail (an index shares the beginnings of words),
 * and pieces of the compressed columns of a message and its draft.
 */
export async function tracesOf(app: TestApp, words: readonly string[]): Promise<Traces> {
  const traces: Traces = new Map()
  for (const word of words) {
    traces.set(`word ${word}`, Buffer.from(word.slice(4)))
    for (const shift of [0, 1, 2]) {
      const encoded = Buffer.from(' '.repeat(shift) + word).toString('base64')
      traces.set(`base64 ${word} ${shift}`, Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -4)))
    }
  }
  for (const { column, value } of await compressed(app))
    for (let at = 0; at + PIECE <= value.length; at += PIECE * 4)
      traces.set(`${column} at ${at}`, value.subarray(at, at + PIECE))
  return traces
}

/** Where traces are in the files of the data folder, and in every row of a PostgreSQL: which, and where. */
export async function findTraces(app: TestApp, traces: Traces): Promise<string[]> {
  const { dataFolder } = app
  const found = app.databaseUrl === null ? [] : await findInRows(app, traces)
  for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    for (const [name, trace] of traces)
      if (bytes.includes(trace) || path.includes(trace.toString('latin1')))
        found.push(`${name} in ${path.slice(dataFolder.length + 1)}`)
  }
  return found
}

async function findInRows(app: TestApp, traces: Traces): Promise<string[]> {
  const found: string[] = []
  const tables = await withClient(app.databaseUrl!, (client) =>
    client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"),
  )
  for (const { tablename } of tables.rows as { tablename: string }[]) {
    const values = (await everyRow(app, tablename)).flatMap((row) => Object.values(row))
    const bytes = values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value))))
    for (const [name, trace] of traces)
      if (bytes.some((value) => value.includes(trace))) found.push(`${name} in ${tablename}`)
  }
  return found
}

async function compressed(app: TestApp): Promise<{ column: string; value: Buffer }[]> {
  const rows = await app.daybook.database.read(async (transaction) =>
    transaction.all(`SELECT c.source, c.text, c.head FROM mail_content c JOIN mail_message m ON m.id = c.message_id
      WHERE m.subject LIKE '%canary%'`),
  )
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([column, value]) =>
      value instanceof Uint8Array ? [{ column, value: Buffer.from(value) }] : [],
    ),
  )
}
