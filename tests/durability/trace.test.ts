import { describe, expect, it } from 'vitest'
import { findEarlyAnswers } from './early-answers.ts'
import { parseTrace } from './parse-trace.ts'
import { startTraced, strace } from './traced-daybook.ts'

const missing = strace()
const SEQUENTIAL = 20
const CONCURRENT = 64

describe.skipIf(missing !== null)(
  `durability under a system-call trace${missing ? ` (not run: ${missing})` : ''}`,
  () => {
    it('lets no answer leave before the log that holds its task is on the disk', async () => {
      await using daybook = await startTraced()
      const one = Array.from({ length: SEQUENTIAL }, (_, n) => `sequential-${n}-task`)
      const many = Array.from({ length: CONCURRENT }, (_, n) => `concurrent-${n}-task`)
      for (const title of one) expect(await daybook.createTask(title)).toBe(201)
      const statuses = await Promise.all(many.map((title) => daybook.createTask(title)))
      expect(new Set(statuses)).toEqual(new Set([201]))

      const calls = await daybook.stop()
      const alone = findEarlyAnswers(calls, one)
      expect(alone.early).toEqual([])
      expect(alone.syncs).toBeGreaterThanOrEqual(SEQUENTIAL)

      const together = findEarlyAnswers(calls, many)
      expect(together.early).toEqual([])
      // One sync serves a whole batch.
      expect(together.syncs).toBeLessThan(CONCURRENT / 2)
      process.stdout.write(
        `durability: ${SEQUENTIAL} alone ${alone.syncs} syncs, ${CONCURRENT} together ${together.syncs} syncs\n`,
      )
    }, 120_000)
  },
)

describe('the reading of a trace', () => {
  const write = '7 10:00:00.000001 pwrite64(9</d/daybook.sqlite-wal>, "..mark..", 4096, 56) = 4096'
  const sync = '7 10:00:00.000002 fdatasync(9</d/daybook.sqlite-wal>) = 0'
  const answer = '7 10:00:00.000003 sendto(12<TCP:[1:2->3:4]>, "HTTP/1.1 201 ..mark..", 20, 0, NULL, 0) = 20'
  const judge = (...lines: string[]) => findEarlyAnswers(parseTrace(lines.join('\n')), ['mark']).early.length

  it('takes write, sync, answer', () => {
    expect(judge(write, sync, answer)).toBe(0)
  })

  it.each([
    ['an answer before the sync', [write, answer, sync]],
    ['an answer before the write', [answer, write, sync]],
    ['a sync before the write', [sync, write, answer]],
    ['no sync at all', [write, answer]],
    ['no answer at all', [write, sync]],
    ['a sync of another file', [write, sync.replace('-wal', ''), answer]],
    ['a sync that failed', [write, sync.replace('= 0', '= -1 EIO (Input/output error)'), answer]],
    [
      'a sync that has only begun',
      [write, sync.replace(') = 0', ' <unfinished ...>'), answer, '7 10:00:00.000004 <... fdatasync resumed>) = 0'],
    ],
  ])('refuses %s', (_what, lines) => {
    expect(judge(...lines)).toBe(1)
  })

  it('follows a sync across the lines of other threads', () => {
    expect(
      judge(
        write,
        sync.replace(') = 0', ' <unfinished ...>'),
        '7 10:00:00.000002 <... fdatasync resumed>) = 0',
        answer,
      ),
    ).toBe(0)
  })
})
