/** A system call as strace tells of it: one entry where it begins, one where it ends. */
export interface Call {
  thread: string
  name: string
  /** What strace printed of its arguments; of an end, of those that were known only then. */
  text: string
  /** A call that another thread interrupts is told of twice; else it begins and ends in one line. */
  begins: boolean
  ends: boolean
  ok: boolean
}

const LINE = /^(\d+)\s+\S+\s+(?:(\w+)\((.*)|<\.\.\. (\w+) resumed>(.*))$/s

/** Reads the output of `strace -f -tt -o`, in the order of time. */
export function parseTrace(output: string): Call[] {
  return output.split('\n').flatMap((line) => {
    const match = LINE.exec(line)
    if (!match) return []
    const [, thread, begun, first, resumed, rest] = match
    const ends = !line.endsWith('<unfinished ...>')
    return [
      {
        thread: thread!,
        name: (begun ?? resumed)!,
        text: (first ?? rest)!,
        begins: begun !== undefined,
        ends,
        ok: ends && !/= -1 E/.test(line.slice(-80)),
      },
    ]
  })
}
