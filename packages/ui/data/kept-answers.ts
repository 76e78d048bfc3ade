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

/** What a module lays over answers, such as changes that wait in this browser. */
export interface Overlay {
  /** An answer with what is not on the server yet. */
  lay: (name: string, input: any, output: any) => Promise<unknown>
  /** An answer that could not be had, as far as it is known here; undefined is not at all. */
  find: (name: string, input: any, error: unknown) => Promise<unknown>
}

const overlays = new Map<string, () => Promise<{ overlay: Overlay }>>()

/** Says over whose answers a module lays something. */
export function layOverAnswersOf(operations: readonly string[], load: () => Promise<{ overlay: Overlay }>): void {
  for (const operation of operations) overlays.set(operation, load)
}

/** Asks, and keeps the answer; while Daybook cannot be reached, what it answered last. What waits here lies over both. */
export async function askOrKept<Output>(name: string, input: unknown, ask: () => Promise<Output>): Promise<Output> {
  const loading = overlays.get(name)?.()
  if (!loading) return answerOf(name, input, ask)
  const [answer, over] = await Promise.allSettled([answerOf(name, input, ask), loading])
  if (over.status === 'rejected') return answer.status === 'fulfilled' ? answer.value : Promise.reject(answer.reason)
  const { overlay } = over.value
  if (answer.status === 'fulfilled') return (await overlay.lay(name, input, answer.value)) as Output
  const found = await overlay.find(name, input, answer.reason)
  if (found === undefined) throw answer.reason
  tellOffline(answer.reason)
  return found as Output
}

async function answerOf<Output>(name: string, input: unknown, ask: () => Promise<Output>): Promise<Output> {
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
    tellOffline(error)
    return before.output as Output
  }
}

function tellOffline(error: unknown): void {
  const isNetwork = error instanceof ProblemError && error.problem.kind === 'network'
  if (isNetwork && getConnection() !== 'offline') setConnection('offline')
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

/** What is kept of a query, with what was asked. */
export async function keptAnswers<Output>(name: string): Promise<{ input: Record<string, unknown>; output: Output }[]> {
  return (await shelf.all()).flatMap(([key, { output }]) =>
    key.startsWith(`${name} `)
      ? [{ input: JSON.parse(key.slice(name.length + 1)) as Record<string, unknown>, output: output as Output }]
      : [],
  )
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

/** Drops what is kept of a module's queries, such as of mail that was erased. */
export async function forgetAnswersOf(module: string): Promise<void> {
  for (const [key] of await shelf.all()) if (key.startsWith(`${module}.`)) await shelf.remove(key)
}

export async function forgetAnswers(): Promise<void> {
  await shelf.clear()
}
