import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ProblemError } from '#client/problem-error.ts'
import { emptyLetter, type Letter, type SavedAs } from './letter.ts'
import { LetterSaver, type SaverPorts } from './letter-saver.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that keeps one draft, forgets no key, and may be away before or after it has done what was asked. */
function desk(start: SavedAs | null = null) {
  const drafts: Letter[] = []
  const keys = new Map<string, SavedAs>()
  const world = { drafts, kept: null as Letter | null, rev: start?.rev ?? 0, away: 'no' as 'no' | 'before' | 'after' }
  const write = async (letter: Letter, key: string, rev?: number): Promise<SavedAs> => {
    if (world.away === 'before') throw ProblemError.network('away')
    const known = keys.get(key)
    if (known) return known
    if (rev !== undefined && rev !== world.rev) throw stale
    drafts.push(letter)
    const saved = { id: 'draft', rev: ++world.rev }
    keys.set(key, saved)
    if (world.away === 'after') throw ProblemError.network('the answer got lost')
    return saved
  }
  const ports: SaverPorts = {
    create: (letter, key) => write(letter, key),
    update: ({ rev }, letter, key) => write(letter, key, rev),
    keep: (letter) => (world.kept = letter),
    forget: () => (world.kept = null),
    changed: () => undefined,
  }
  return { world, saver: new LetterSaver(emptyLetter, start, ports) }
}

const stale = new ProblemError({
  type: 'about:blank',
  title: 'Stale',
  status: 412,
  detail: 'The record has changed in the meantime',
  code: 'stale-revision',
  kind: 'precondition',
  retryable: false,
  requestId: 'r',
})
const text = (words: string): Letter => ({ ...emptyLetter, text: words })

it('keeps every change at once and saves within a second, also while somebody types on', async () => {
  const { world, saver } = desk()
  for (let keys = 1; keys <= 20; keys++) {
    saver.change(text('x'.repeat(keys)))
    expect(world.kept?.text).toHaveLength(keys)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(world.drafts.length).toBeGreaterThanOrEqual(2)
  await vi.advanceTimersByTimeAsync(1000)
  expect(world.drafts.at(-1)?.text).toHaveLength(20)
  expect(saver.state).toBe('saved')
  expect(world.kept).toBeNull()
})

it('makes one draft although the first answer got lost', async () => {
  const { world, saver } = desk()
  world.away = 'after'
  saver.change(text('one'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(saver.state).toBe('kept')
  expect(world.kept?.text).toBe('one')
  world.away = 'no'
  saver.change(text('one and two'))
  await vi.advanceTimersByTimeAsync(4000)
  expect(world.drafts.map((letter) => letter.text)).toEqual(['one', 'one and two'])
  expect(saver.saved).toEqual({ id: 'draft', rev: 2 })
})

it('is not stale to itself when the answer of a change got lost', async () => {
  const { world, saver } = desk({ id: 'draft', rev: 3 })
  world.away = 'after'
  saver.change(text('mine'))
  await vi.advanceTimersByTimeAsync(1000)
  world.away = 'no'
  await vi.advanceTimersByTimeAsync(4000)
  expect(saver.state).toBe('saved')
  expect(world.drafts).toHaveLength(1)
})

it('keeps trying while the server is away, and loses nothing', async () => {
  const { world, saver } = desk()
  world.away = 'before'
  saver.change(text('written on a train'))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(saver.state).toBe('kept')
  expect(world.kept?.text).toBe('written on a train')
  world.away = 'no'
  saver.wake()
  await vi.advanceTimersByTimeAsync(10)
  expect(saver.state).toBe('saved')
})

it('stops where the draft was changed elsewhere, keeps what is here, and goes on over it when told', async () => {
  const { world, saver } = desk({ id: 'draft', rev: 1 })
  world.rev = 5
  saver.change(text('mine'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(saver.state).toBe('conflict')
  saver.change(text('mine, more'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(world.drafts).toEqual([])
  expect(world.kept?.text).toBe('mine, more')
  saver.overwrite({ id: 'draft', rev: 5 })
  await vi.advanceTimersByTimeAsync(1000)
  expect(saver.state).toBe('saved')
  expect(world.drafts.at(-1)?.text).toBe('mine, more')
})

it('waits for everything when told to flush, and throws while the server has not got it', async () => {
  const { world, saver } = desk()
  saver.change(text('to send'))
  await saver.flush()
  expect(world.drafts.at(-1)?.text).toBe('to send')
  world.away = 'before'
  saver.change(text('to send, later'))
  await expect(saver.flush()).rejects.toThrow('cannot be reached')
})
