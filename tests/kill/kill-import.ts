import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ServerProcess, watchDatabase } from './server-process.ts'

/** Where a kill hit. */
export interface Kill {
  state: string
  stored: number
}

const IMPORT = 'SELECT state, stored FROM mail_import LIMIT 1'

/** Imports an archive and kills the server at the given shares of it (0 to 1); answers the server that ended the import. */
export async function importWithKills(
  dataFolder: string,
  archive: Uint8Array,
  plan: { total: number; shares: number[]; random: () => number },
): Promise<{ server: ServerProcess; importId: string; kills: Kill[] }> {
  let server = new ServerProcess(dataFolder)
  const importId = await beginImport(server, archive)
  const kills: Kill[] = []
  for (const share of plan.shares.toSorted((a, b) => a - b)) {
    const target = Math.floor(share * plan.total)
    const seen = await watchDatabase(dataFolder, IMPORT, (row) => Number(row.stored) >= target || row.state === 'done')
    // Not only between commits: somewhere within the next one.
    await sleep(plan.random() * 4)
    await server.kill()
    kills.push({ state: String(seen.state), stored: Number(seen.stored) })
    server = new ServerProcess(dataFolder)
  }
  await untilState(server, importId, 'done')
  return { server, importId, kills }
}

/** Imports an archive without disturbance; answers the server. */
export async function importInPeace(dataFolder: string, archive: Uint8Array): Promise<ServerProcess> {
  const server = new ServerProcess(dataFolder)
  await untilState(server, await beginImport(server, archive), 'done')
  return server
}

/** Undoes an import and kills the server when so many messages are left; answers the server that ended it. */
export async function undoWithKills(
  server: ServerProcess,
  importId: string,
  left: number[],
  random: () => number,
): Promise<ServerProcess> {
  const { dataFolder } = server
  await server.call('POST', `/imports/${importId}/undo`, {})
  let current = server
  for (const count of left.toSorted((a, b) => b - a)) {
    await watchDatabase(dataFolder, 'SELECT COUNT(*) AS n FROM mail_message', (row) => Number(row.n) <= count)
    await sleep(random() * 4)
    await current.kill()
    current = new ServerProcess(dataFolder)
  }
  await untilState(current, importId, 'undone')
  return current
}

/** Kills the server half-way through an upload; answers the server that came after it. */
export async function killDuringUpload(server: ServerProcess): Promise<ServerProcess> {
  const sent = Promise.withResolvers<void>()
  const endless = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(randomBytes(512 * 1024))
      sent.resolve()
      await sleep(20)
    },
  })
  const uploading = server.fetch('/uploads?name=mail.mbox', {
    method: 'POST',
    body: endless,
    duplex: 'half',
  } as RequestInit)
  const outcome = uploading.then(
    ({ status }) => status,
    () => 'broken',
  )
  await Promise.all([sent.promise, sleep(100)])
  await server.kill()
  if ((await outcome) !== 'broken')
    throw new Error(`The upload was answered with ${await outcome} although the server was killed in it`)
  return new ServerProcess(server.dataFolder)
}

async function beginImport(server: ServerProcess, archive: Uint8Array): Promise<string> {
  const response = await server.fetch('/uploads?name=mail.mbox.gz', {
    method: 'POST',
    body: archive as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { id: uploadId } = (await response.json()) as { id: string }
  const started = await server.call('POST', '/imports/mail', { uploadId })
  return started.import as string
}

async function untilState(server: ServerProcess, importId: string, wanted: string): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await sleep(20)) {
    const { state, problem } = await server.call('GET', `/imports/${importId}`)
    if (state === wanted) return
    if (state === 'failed') throw new Error(`The import failed: ${JSON.stringify(problem)}`)
  }
  const [job] = (await server.call('GET', '/jobs')).items
  throw new Error(
    `The import was not ${wanted} within two minutes: ${JSON.stringify(await server.call('GET', `/imports/${importId}`))} ${JSON.stringify(job)}`,
  )
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
