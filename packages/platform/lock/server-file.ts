import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from '../files/durable-file.ts'

/** Where the process that holds the folder answers, and the token that proves to be on this machine as its user. */
export interface ServerFile {
  /** Origin, such as `http://127.0.0.1:4455`. */
  url: string
  token: string
}

/** Writes `server.json`, readable for the owner alone. */
export async function writeServerFile(dataFolder: string, server: ServerFile): Promise<void> {
  await replaceFile(pathIn(dataFolder), `${JSON.stringify(server)}\n`)
}

/** What `server.json` says, or null when it is not there or not whole. */
export async function readServerFile(dataFolder: string): Promise<ServerFile | null> {
  const text = await readFile(pathIn(dataFolder), 'utf8').catch((cause: { code?: unknown }) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  return text === null ? null : parseServerFile(text)
}

/** Removes `server.json`; it may be gone already. */
export async function removeServerFile(dataFolder: string): Promise<void> {
  await rm(pathIn(dataFolder), { force: true })
}

function pathIn(dataFolder: string): string {
  return join(dataFolder, 'server.json')
}

function parseServerFile(text: string): ServerFile | null {
  try {
    const { url, token } = JSON.parse(text) as Partial<ServerFile>
    return typeof url === 'string' && typeof token === 'string' ? { url, token } : null
  } catch {
    // A file that is not whole names no server; its holder, if there is one, counts as silent.
    return null
  }
}
