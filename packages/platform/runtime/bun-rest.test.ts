import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BunRest } from './bun-rest.ts'

const giveBack = vi.fn<() => void>()

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  giveBack.mockClear()
})

it('gives memory back once it has been quiet, and once only', () => {
  const rest = new BunRest(giveBack)
  rest.noteRequest()
  vi.advanceTimersByTime(9_000)
  expect(giveBack).not.toHaveBeenCalled()
  vi.advanceTimersByTime(120_000)
  expect(giveBack).toHaveBeenCalledTimes(1)
})

it('waits while anybody asks', () => {
  const rest = new BunRest(giveBack)
  for (let second = 0; second < 60; second++) {
    rest.noteRequest()
    vi.advanceTimersByTime(1_000)
  }
  expect(giveBack).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10_000)
  expect(giveBack).toHaveBeenCalledTimes(1)
})

it('does so again after the next requests, and not after its end', () => {
  const rest = new BunRest(giveBack)
  rest.noteRequest()
  vi.advanceTimersByTime(11_000)
  rest.noteRequest()
  vi.advanceTimersByTime(11_000)
  expect(giveBack).toHaveBeenCalledTimes(2)
  rest.noteRequest()
  rest.stop()
  vi.advanceTimersByTime(60_000)
  expect(giveBack).toHaveBeenCalledTimes(2)
})
