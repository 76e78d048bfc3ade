import fc from 'fast-check'
import { uuidv7 } from '#base/ids.ts'
import { createLabel } from '#modules/mail/contract.ts'
import { createProject, createTask } from '#modules/tasks/contract.ts'
import { serve } from '#platform/runtime/serve.ts'
import type { ApiDocument } from '#surfaces/openapi/api-document.ts'
import { openConformanceApp, type ConformanceApp } from '../conformance/conformance-app.ts'
import { idMembers } from '../conformance/id-members.ts'
import { Records } from '../conformance/records.ts'
import { apiRequests, type FuzzRequest } from './api-requests.ts'
import { promisedAnswers, type FuzzAnswer } from './promised-answers.ts'

export interface FuzzReport {
  sent: number
  /** How many answers were of each status. */
  statuses: Record<string, number>
  /** Operations that were answered with success at least once. */
  succeeded: number
  operations: number
  /** What was not as documented, each kind once. */
  faults: string[]
}

/** Stands in every text of another workspace, and in no answer. */
const SECRET = 'of-another-workspace-7b1d'
const ANSWER_MILLISECONDS = 20_000

/** Sends requests made from the API document of a server to that server, and holds every answer to the document. */
export async function fuzzApi({ requests, seed }: { requests: number; seed: number }): Promise<FuzzReport> {
  await using conformance = await openConformanceApp()
  const { app } = conformance
  const ids = await recordsOf(conformance)
  for (const [kind, id] of await secretsOf(conformance)) ids.set(`another workspace’s ${kind}`, id)
  await using listener = await serveFor(conformance)
  const document = (await (await fetch(`${listener.url}/api/v1/openapi.json`)).json()) as ApiDocument
  const check = promisedAnswers(document)

  const statuses: Record<string, number> = {}
  const succeeded = new Set<string>()
  const faults = new Map<string, string>()
  const note = (request: FuzzRequest, fault: string) => {
    const kind = `${request.method} ${request.template} ${fault.slice(0, 60)}`
    if (!faults.has(kind)) faults.set(kind, `${describe(request)}: ${fault}`)
  }
  let sent = 0
  await fc.assert(
    fc.asyncProperty(apiRequests(document, ids, app.token), async (request) => {
      const answer = await send(listener.url, request).catch((cause: unknown) => {
        note(request, `was not answered: ${String(cause)}`)
      })
      if (!answer) return
      sent++
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      if (answer.status < 400) succeeded.add(`${request.method} ${request.template}`)
      const fault = check(request.template, request.method, answer)
      if (fault !== null) note(request, fault)
      if (answer.text?.includes(SECRET) && !isOfInstance(request))
        note(request, `answered what is another workspace's: ${answer.text.slice(0, 300)}`)
    }),
    { numRuns: requests, seed },
  )
  const operations = Object.values(document.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0)
  return { sent, statuses, succeeded: succeeded.size, operations, faults: [...faults.values()] }
}

/** Whoever keeps a Daybook sees the log of all workspaces. */
function isOfInstance({ template }: FuzzRequest): boolean {
  return template.startsWith('/api/v1/admin/')
}

/** A real record of every kind that an operation names; where nobody makes one, an id that nothing has. */
async function recordsOf(conformance: ConformanceApp): Promise<Map<string, string>> {
  const records = new Records(conformance)
  const kinds = new Set(conformance.operations.flatMap((operation) => idMembers(operation).map(({ kind }) => kind)))
  return new Map(
    await Promise.all([...kinds].map(async (kind) => [kind, await records.of(kind).catch(() => uuidv7())] as const)),
  )
}

async function secretsOf({ app }: ConformanceApp): Promise<[string, string][]> {
  const stranger = app.as(app.person('owner', uuidv7()))
  const made = [
    ['project', await stranger.call(createProject, { name: `Project ${SECRET}` })],
    ['task', await stranger.call(createTask, { title: `Task ${SECRET}`, notes: SECRET })],
    ['label', await stranger.call(createLabel, { name: `Label ${SECRET}` })],
  ] as const
  await app.settle()
  return made.map(([kind, answer]) => [kind, (answer as { id: string }).id])
}

async function serveFor({ app }: ConformanceApp): Promise<{ url: string } & AsyncDisposable> {
  const hostname = '127.0.0.1'
  const listener = await serve({
    fetch: (request, info) => app.daybook.app.fetch(request, info),
    port: 0,
    hostname,
  })
  return { url: `http://${hostname}:${listener.port}`, [Symbol.asyncDispose]: () => listener.cutOff() }
}

async function send(url: string, { method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    ...(body !== null && { body }),
  })
  const { status, headers: answered } = response
  if (answered.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel()
    return { status, headers: answered, text: null }
  }
  return { status, headers: answered, text: await response.text() }
}

function describe({ method, path, headers: { authorization, ...headers }, body }: FuzzRequest): string {
  const who = authorization === undefined ? 'nobody' : authorization.length > 20 ? 'the owner' : authorization
  const text = body === null ? '' : typeof body === 'string' ? body : Buffer.from(body).toString('hex')
  return `${method} ${path.slice(0, 300)} by ${who} ${JSON.stringify(headers)} ${text.slice(0, 300)}`
}
