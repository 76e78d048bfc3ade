import type { Problem } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import { toRequest } from './to-request.ts'
import { ProblemError } from './problem-error.ts'

/** How a client reaches Daybook: over the network, or straight into an app in the same process. */
export interface ClientOptions {
  /** Scheme, host and port, without a path; empty in a browser. */
  baseUrl: string
  fetch?: (request: Request) => Promise<Response>
  token?: string
}

export type AnyCall<Call, Output> = Operation<Call, any, Output, string>

/** Calls operations by their contract value; the path, method and types are the contract's. */
export interface Client {
  call<Call, Output>(operation: AnyCall<Call, Output>, input: Call, options?: CallOptions): Promise<Output>
  /** Sends what the operation's route takes and gives the raw answer: for endpoints and downloads. */
  send(operation: AnyCall<any, any>, input: unknown, options?: CallOptions): Promise<Response>
  /** Yields what a stream yields, until it ends or the signal says so. */
  stream<Call, Output>(operation: AnyCall<Call, Output>, input: Call, options?: CallOptions): AsyncGenerator<Output>
}

export interface CallOptions {
  signal?: AbortSignal
  idempotencyKey?: string
  /** The raw body of an endpoint such as an upload. */
  body?: Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | string
}

/** Makes a client. Every failed call throws a `ProblemError`; a broken connection throws one of kind `network`. */
export function createClient(options: ClientOptions): Client {
  const doFetch = options.fetch ?? ((request: Request) => fetch(request))

  async function send(operation: AnyCall<any, any>, input: unknown, call: CallOptions = {}): Promise<Response> {
    const request = toRequest(options, operation, input, call)
    const response = await doFetch(request).catch((cause: unknown) => {
      throw call.signal?.aborted ? cause : ProblemError.network(cause)
    })
    if (response.ok) return response
    throw await ProblemError.from(response)
  }

  return {
    send,
    async call(operation, input, call) {
      const response = await send(operation, input, call)
      return (response.status === 204 ? undefined : await response.json()) as never
    },
    async *stream(operation, input, call) {
      const response = await send(operation, input, call)
      for await (const data of serverSentData(response)) {
        const record: unknown = JSON.parse(data)
        if (isProblem(record)) throw new ProblemError(record.problem)
        yield record as never
      }
    },
  }
}

/** A stream that fails ends with a record of nothing but its problem; other records may have a member of that name. */
function isProblem(record: unknown): record is { problem: Problem } {
  return typeof record === 'object' && record !== null && 'problem' in record && Object.keys(record).length === 1
}

/** The `data:` of each server-sent event (HTML Standard, 9.2). */
async function* serverSentData(response: Response): AsyncGenerator<string> {
  const reader = response
    .body!.pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>
  let pending = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      pending += value
      const records = pending.split('\n\n')
      pending = records.pop()!
      for (const record of records) {
        const lines = record.split('\n').filter((line) => line.startsWith('data:'))
        if (lines.length > 0) yield lines.map((line) => line.slice(5).trimStart()).join('\n')
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
