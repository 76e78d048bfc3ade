import type { GlobalOptions } from '../arguments/global-options.ts'
import { closest } from '../arguments/closest.ts'
import { scan } from '../arguments/scan.ts'
import { usageError } from '../arguments/usage-error.ts'
import { loadCatalog } from '../operations/catalog.ts'
import { readJson } from '../operations/read-json.ts'
import { callOperation } from '../operations/run-operation.ts'

/** `daybook call tasks.create '{"title": "…"}'`: any operation by its name, its input as JSON. */
export async function run(argv: string[], options: GlobalOptions): Promise<void> {
  const { words, options: given } = scan(
    argv,
    new Map([
      ['input', 'value'],
      ['body', 'value'],
    ] as const),
  )
  const [name, json = given.get('input')?.at(-1) ?? '{}', surplus] = words
  if (!name) throw usageError('Say which operation to call', `Usage: daybook call OPERATION '{"member": "value"}'`)
  if (surplus !== undefined) throw usageError(`"${surplus}" is one word too many`, 'Put quotes around the JSON.')

  const operations = (await loadCatalog()).map((entry) => entry.operation)
  const operation = operations.find((candidate) => candidate.name === name)
  if (!operation)
    throw unknownOperation(
      name,
      operations.map((candidate) => candidate.name),
    )
  const input = await readJson(json)
  await callOperation(operation, { input, file: null, body: given.get('body')?.at(-1) ?? null }, options)
}

function unknownOperation(name: string, names: string[]): Error {
  const near = closest(name, names)
  return usageError(`There is no operation ${name}`, near ? `Did you mean ${near}?` : '"daybook help" lists them.')
}
