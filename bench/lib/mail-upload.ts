import { readFile } from 'node:fs/promises'
import type { DaybookProcess } from './daybook-process.ts'

/** Uploads mboxes as one: gzip members may follow one another (RFC 1952, 2.2), and so may mboxes. */
export async function uploadMail(
  daybook: DaybookProcess,
  paths: readonly string[],
): Promise<{ id: string; milliseconds: number }> {
  const body = new Blob(await Promise.all(paths.map((path) => readFile(path))))
  const started = performance.now()
  const response = await fetch(`${daybook.url}/api/v1/uploads?name=bench.mbox.gz`, {
    method: 'POST',
    headers: { authorization: `Bearer ${daybook.localToken}`, 'content-type': 'application/octet-stream' },
    body,
  })
  if (!response.ok) throw new Error(`The upload was answered ${response.status}: ${await response.text()}`)
  const { id } = (await response.json()) as { id: string }
  return { id, milliseconds: performance.now() - started }
}

/** Starts an import; answers its id. */
export async function importMail(daybook: DaybookProcess, uploadId: string): Promise<string> {
  return (await daybook.call<{ import: string }>('POST', '/imports/mail', { uploadId })).import
}

export interface ImportState {
  state: string
  seen: number
  stored: number
  duplicates: number
}

/** How far an import is. */
export function importState(daybook: DaybookProcess, id: string): Promise<ImportState> {
  return daybook.call<ImportState>('GET', `/imports/${id}`)
}
