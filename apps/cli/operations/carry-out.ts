import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { AnyOperation } from '#contract/operation.ts'
import type { Client } from '#client/client.ts'
import { followJob } from '../jobs/follow-job.ts'
import { printAnswer } from '../output/print-answer.ts'

/** Calls one operation in the way of its kind, and prints what comes back. */
export async function carryOut(
  client: Client,
  operation: AnyOperation,
  input: Record<string, unknown>,
  bodyPath: string | null,
  { json }: { json: boolean },
): Promise<void> {
  if (operation.kind === 'stream') {
    for await (const record of client.stream(operation, input)) console.log(JSON.stringify(record))
    return
  }
  if (operation.kind === 'endpoint') {
    const body = bodyPath === null ? undefined : await openAsBlob(bodyPath)
    return printResponse(await client.send(operation, input, body ? { body } : {}), json)
  }
  const answer: unknown = await client.call(operation, input)
  if (!operation.startsJob) return printAnswer(answer, { json })

  const result = await followJob(client, (answer as { job: string }).job, { json })
  printAnswer(result, { json })
}

/** An endpoint answers JSON or bytes; bytes go to stdout as they come. */
async function printResponse(response: Response, json: boolean): Promise<void> {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return printAnswer(await response.json(), { json })
  if (response.body) await pipeline(Readable.fromWeb(response.body as WebStream), process.stdout, { end: false })
}
