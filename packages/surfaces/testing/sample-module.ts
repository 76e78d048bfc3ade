import { commonFailure, type Failure } from '#kernel/failure.ts'
import { endpoint, handlersFor, stream } from '#kernel/handlers.ts'
import { defineModule } from '#kernel/module.ts'
import * as contract from './sample-contract.ts'

const { command, query } = handlersFor<never>()

/** What the streams of the samples have seen end, by the id asked for. */
export const endedStreams: string[] = []

const read = query(contract.readSample, async ({ fail }, input) => {
  if (input.id !== contract.exampleId) return fail('sample-not-found')
  return { id: input.id, rev: 3, input }
})

const create = command(contract.createSample, async (_, input) => ({ id: contract.exampleId, rev: 1, input }))

const update = command(contract.updateSample, async ({ fail }, input) => {
  if (input.id !== contract.exampleId) return fail('sample-not-found')
  if (input.rev !== undefined && input.rev !== 3) return commonFailure('stale-revision')
  return { id: input.id, rev: 4, input }
})

const broken = query(contract.breakSample, async () => {
  throw new Error('a detail for the log alone')
})

const watch = stream(contract.watchSample, async function* ({ fail, signal }, { id, end }): AsyncGenerator<
  { n: number },
  Failure | void
> {
  if (id !== contract.exampleId) return fail('sample-not-found')
  try {
    yield { n: 1 }
    yield { n: 2 }
    if (end === 'refused') return fail('sample-lost')
    if (end === 'broken') throw new Error('a detail for the log alone')
    if (end === 'never') await new Promise((resolve) => signal.addEventListener('abort', resolve))
  } finally {
    endedStreams.push(end)
  }
})

const show = endpoint(contract.showSample, async () => {
  const headers = new Headers({
    'content-type': 'text/html',
    'content-security-policy': "sandbox; frame-ancestors 'self'",
  })
  headers.append('set-cookie', 'a=1')
  headers.append('set-cookie', 'b=2')
  return new Response('<p>Hello</p>', { headers })
})

const store = endpoint(contract.storeSample, async ({ request }) =>
  Response.json({ bytes: (await request.bytes()).byteLength }),
)

const open = endpoint(contract.openSample, async (_, { secret }) => Response.json({ length: secret.length }))

/** A module without tables, for the tests of surfaces. */
export const sampleModule = defineModule({
  name: 'sample',
  contract,
  tables: {},
  migrations: [],
  operations: [read, create, update, broken, watch, show, store, open],
})
