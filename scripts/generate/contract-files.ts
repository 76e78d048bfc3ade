import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GeneratedFile } from './generated-files.ts'
import { schemaText } from './schema-text.ts'

/** What Daybook promises, as a fresh data folder has it: the API, its operations and events, and the tables. */
export async function contractFiles(): Promise<GeneratedFile[]> {
  // Loaded here and not above: they read the registries, which the stage before may just have written.
  const { openDaybook } = await import('#apps/server/open-daybook.ts')
  const { asyncapiText, eventsText, openapiText, operationsText } =
    await import('#surfaces/openapi/contracts-snapshot.ts')
  const { openCollection } = await import('#surfaces/collections/open-collection.ts')
  const { postmanCollection } = await import('#surfaces/collections/postman-collection.ts')
  const dataFolder = await mkdtemp(join(tmpdir(), 'daybook-generate-'))
  const daybook = await openDaybook({ dataFolder, log, limits, rest: { log }, strict: true })
  try {
    const { registry } = daybook.kernel
    return [
      { path: 'contracts/openapi.json', text: openapiText(registry) },
      {
        path: 'contracts/collections/daybook.postman_collection.json',
        text: jsonText(postmanCollection(registry.public)),
      },
      { path: 'contracts/collections/daybook.opencollection.json', text: jsonText(openCollection(registry.public)) },
      { path: 'contracts/asyncapi.json', text: asyncapiText(registry) },
      { path: 'contracts/operations.md', text: operationsText(registry) },
      { path: 'contracts/events.md', text: eventsText(registry) },
      { path: 'contracts/schema.sql', text: await daybook.database.read(schemaText) },
    ]
  } finally {
    await daybook.close()
    await rm(dataFolder, { recursive: true })
  }
}

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const limits = { anonymousPerMinute: 1, authPerMinute: 1, signedInPerMinute: 1 }
const log = { debug() {}, info() {}, warn: console.error, error: console.error }
