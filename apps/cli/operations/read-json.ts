import { text } from 'node:stream/consumers'
import { usageError } from '../arguments/usage-error.ts'

/** One JSON object from the command line, or from stdin for `-`. */
export async function readJson(given: string): Promise<Record<string, unknown>> {
  const source = given === '-' ? await text(process.stdin) : given
  const value = parse(source)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw usageError('The input is JSON, but not an object', `Write it as '{"member": "value"}'.`)
  }
  return value as Record<string, unknown>
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (cause) {
    throw usageError(`The input is not JSON: ${(cause as Error).message}`, `Write it as '{"member": "value"}'.`)
  }
}
