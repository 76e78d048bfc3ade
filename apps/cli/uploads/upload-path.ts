import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Client } from '#client/client.ts'
import { createUpload, type Upload } from '#kernel/builtin/contract.ts'
import { cliError } from '../arguments/usage-error.ts'
import { progressLine } from '../output/progress-line.ts'
import { countBytes } from './count-bytes.ts'
import { tarFolder } from './tar-folder.ts'

/** Sends a file, or a folder as a tar stream, and gives the upload that an operation then names. */
export async function uploadPath(client: Client, path: string, { json }: { json: boolean }): Promise<Upload> {
  const found = await stat(path).catch(() => null)
  if (!found) throw cliError('file-not-found', 'not-found', `There is no file ${path}`, 'See that the path is right.')
  const name = basename(resolve(path))
  const line = progressLine({ quiet: json })
  const show = (done: number) =>
    line.show({
      done: Math.round(done / 1e6),
      total: found.isFile() ? Math.round(found.size / 1e6) : null,
      unit: 'MB sent',
    })
  try {
    const bytes = found.isDirectory() ? tarFolder(path) : (await openAsBlob(path)).stream()
    const body = countBytes(bytes, show)
    const response = await client.send(createUpload, { name: found.isDirectory() ? `${name}.tar` : name }, { body })
    return (await response.json()) as Upload
  } finally {
    line.clear()
  }
}
