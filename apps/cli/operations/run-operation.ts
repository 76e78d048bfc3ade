import type { AnyOperation } from '#contract/operation.ts'
import type { Client } from '#client/client.ts'
import type { GlobalOptions } from '../arguments/global-options.ts'
import { closest } from '../arguments/closest.ts'
import { usageError } from '../arguments/usage-error.ts'
import { connect } from '../transport/connect.ts'
import { uploadPath } from '../uploads/upload-path.ts'
import { findEntry, loadCatalog, type CatalogEntry } from './catalog.ts'
import { carryOut } from './carry-out.ts'
import { readInput, type ReadInput } from './read-input.ts'

/** Runs `daybook task add …`: the words name an operation, what follows is its input. */
export async function runOperation(words: string[], options: GlobalOptions): Promise<void> {
  const catalog = await loadCatalog()
  const found = findEntry(catalog, words)
  if (!found) throw unknownCommand(words, catalog)
  const { operation } = found.entry
  const read = await readInput(operation, found.entry.words, found.rest)
  await callOperation(operation, read, options)
}

/** Calls an operation wherever Daybook runs, and prints its answer. */
export async function callOperation(operation: AnyOperation, read: ReadInput, options: GlobalOptions): Promise<void> {
  await using connection = await connect(options)
  const { client } = connection
  const input = read.file === null ? read.input : await withUpload(operation, read, client, options)
  await carryOut(client, operation, input, read.body, options)
}

async function withUpload(
  operation: AnyOperation,
  read: ReadInput,
  client: Client,
  options: GlobalOptions,
): Promise<Record<string, unknown>> {
  const upload = await uploadPath(client, read.file!, options)
  return { ...read.input, [operation.cli.file!]: upload.id }
}

/** `daybook task` names no operation, but it begins some: they are the answer. */
function unknownCommand(words: string[], catalog: CatalogEntry[]): Error {
  const [first = ''] = words
  const siblings = catalog.filter((entry) => entry.words[0] === first).map((entry) => entry.words.join(' '))
  if (siblings.length > 0) return usageError(`"${first}" needs one more word`, `There is: ${siblings.join(', ')}.`)
  const near = closest(first, [...new Set(catalog.map((entry) => entry.words[0]!))])
  return usageError(
    `There is no command "${first}"`,
    near ? `Did you mean "${near}"? "daybook help" lists them all.` : 'See "daybook help".',
  )
}
