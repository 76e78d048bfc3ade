import type { Call } from './parse-trace.ts'

const SENDS = new Set(['sendto', 'sendmsg', 'write', 'writev'])
const SYNCS = new Set(['fdatasync', 'fsync'])

export interface Durability {
  /** Marks whose 2xx answer left before a sync that came after their first write to the log, or that were never seen. */
  early: string[]
  /** Syncs of the log that ended between the first write of a mark and the last answer. */
  syncs: number
}

/**
 * Whether every answer waited for the disk. A mark is a text that a request, its row and its answer have in common.
 * The order of the trace is the order of time: write to the log, sync of the log ended, answer begun.
 */
export function findEarlyAnswers(calls: readonly Call[], marks: readonly string[]): Durability {
  const early: string[] = []
  let first = calls.length
  let last = 0
  for (const mark of marks) {
    const written = calls.findIndex((call) => isLogWrite(call) && call.text.includes(mark))
    const answered = calls.findIndex((call) => isAnswer(call) && call.text.includes(mark))
    const synced = written < 0 ? -1 : calls.findIndex((call, n) => n > written && endsLogSync(calls, n, call))
    const holds = written >= 0 && answered >= 0 && synced >= 0 && written < synced && synced < answered
    if (!holds) early.push(`${mark}: written ${written}, synced ${synced}, answered ${answered}`)
    first = Math.min(first, written)
    last = Math.max(last, answered)
  }
  const syncs = calls.filter((call, n) => n > first && n < last && endsLogSync(calls, n, call)).length
  return { early, syncs }
}

function isLogWrite(call: Call): boolean {
  return call.begins && (call.name === 'pwrite64' || call.name === 'write') && isLog(call.text)
}

/** The end of a sync that began earlier names its file only where it began. */
function endsLogSync(calls: readonly Call[], at: number, call: Call): boolean {
  if (!SYNCS.has(call.name) || !call.ends || !call.ok) return false
  if (call.begins) return isLog(call.text)
  const begun = calls
    .slice(0, at)
    .findLast((other) => other.thread === call.thread && other.name === call.name && other.begins)
  return begun !== undefined && isLog(begun.text)
}

function isLog(text: string): boolean {
  return /^\d+<[^>]*\/daybook\.sqlite-wal>/.test(text)
}

function isAnswer(call: Call): boolean {
  return call.begins && SENDS.has(call.name) && /^\d+<(?:TCP|TCPv6|socket)\b[^>]*/.test(call.text)
}
