import { ProblemError } from '#client/problem-error.ts'
import { getConnection, setConnection } from './connection.ts'
import { openShelf } from './shelf.ts'

interface KeptAnswer {
  output: unknown
  at: number
}

const shelf = openShelf<KeptAnswer>('answers')
const kept = new Set<string>()
/** What was not read for so long is no help offline either. */
const LONGEST_MILLISECONDS = 30 * 24 * 60 * 60 * 1000

/** Says which queries are kept in this browser, so that what they answered last is there while nobody answers. */
export function keepAnswersOf(operations: readonly string[]): void {
  for (const operation of operations) kept.add(operation)
}

/** Asks, and keeps the answer; while Daybook cannot be reached, what it answered last. */
export async function askOrKept<Output>(name: string, input: unknown, ask: () => Promise<Output>): Promise<Output> {
  if (!kept.has(name)) return ask()
  const key = `${name} ${JSON.stringify(input)}`
  try {
    const output = await ask()
    void shelf.put(key, { output, at: Date.now() })
    return output
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'network') throw error
    const before = await shelf.get(key)
    if (!before) throw error
    if (getConnection() !== 'offline') setConnection('offline')
    return before.output as Output
  }
}

/** Changes what is kept of a query, as the server will when it hears of a change. */
export async function patchAnswers<Output>(
  name: string,
  patch: (output: Output, input: Record<string, unknown>) => Output,
): Promise<void> {
  for (const [key, { output, at }] of await shelf.all()) {
    if (!key.startsWith(`${name} `)) continue
    const input = JSON.parse(key.slice(name.length + 1)) as Record<string, unknown>
    await shelf.put(key, { output: patch(output as Output, input), at })
  }
}

/** Whether the answer of a query is here for later. */
export async function isKept(name: string, input: unknown): Promise<boolean> {
  return (await shelf.get(`${name} ${JSON.stringify(input)}`)) !== undefined
}

/** Drops what grew old. */
export async function dropOldAnswers(): Promise<void> {
  const old = Date.now() - LONGEST_MILLISECONDS
  for (const [key, { at }] of await shelf.all()) if (at < old) await shelf.remove(key)
}

export async function forgetAnswers(): Promise<void> {
  await shelf.clear()
}
