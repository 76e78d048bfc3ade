import { createGunzip, type Gunzip } from 'node:zlib'

import { ArchiveError } from './archive-error.ts'
import type { ArchiveLimits } from './archive-limits.ts'

/**
 * Inflates a gzip stream (also of several members) within the limits. Everything before a fault is yielded first,
 * then `archive-truncated`, `archive-corrupt` or `archive-too-large` is thrown.
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>, limits: ArchiveLimits): AsyncGenerator<Uint8Array> {
  const inflater = createGunzip({ chunkSize: outputBytes })
  const queue: Uint8Array[] = []
  const state: PumpState = { bytesIn: 0, bytesOut: 0, fault: null, done: false, stopped: false, wake: () => {} }

  inflater.on('data', (chunk: Buffer) => {
    queue.push(chunk)
    state.bytesOut += chunk.length
    if (isBomb(state, limits)) stop(new ArchiveError('archive-too-large', tooLarge))
    else if (queue.length >= queueLength) inflater.pause()
    state.wake()
  })
  inflater.on('error', (cause: NodeJS.ErrnoException) => stop(faultOf(cause)))
  inflater.on('end', () => {
    state.done = true
    state.wake()
  })
  const stop = (fault: unknown): void => {
    state.fault ??= fault
    state.stopped = true
    inflater.destroy()
    state.wake()
  }
  const pumping = pump(source, inflater, state).catch(stop)

  try {
    for (;;) {
      const chunk = queue.shift()
      if (chunk) {
        yield chunk
        continue
      }
      if (state.fault) throw state.fault
      if (state.done) return
      const woken = new Promise<void>((resolve) => (state.wake = resolve))
      inflater.resume()
      await woken
    }
  } finally {
    state.stopped = true
    inflater.destroy()
    state.wakeWriter?.()
    await pumping
  }
}

interface PumpState {
  bytesIn: number
  bytesOut: number
  fault: unknown
  done: boolean
  stopped: boolean
  wake: () => void
  wakeWriter?: () => void
}

// Small slices: deflate grows at most 1,032 times, so one slice cannot pass the limits by more than 16 MB.
const inputBytes = 16 * 1024
const outputBytes = 64 * 1024
const queueLength = 32
const tooLarge = 'The archive unpacks to more than is allowed'

async function pump(source: AsyncIterable<Uint8Array>, inflater: Gunzip, state: PumpState): Promise<void> {
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += inputBytes) {
      const slice = chunk.subarray(at, at + inputBytes)
      state.bytesIn += slice.length
      await new Promise<void>((resolve) => {
        state.wakeWriter = resolve
        inflater.write(slice, () => resolve())
      })
      if (state.stopped) return
    }
  }
  inflater.end()
}

function isBomb({ bytesIn, bytesOut }: PumpState, limits: ArchiveLimits): boolean {
  if (bytesOut > limits.totalBytes) return true
  return bytesOut > limits.ratioFloor && bytesOut > limits.ratio * bytesIn
}

function faultOf(cause: NodeJS.ErrnoException): ArchiveError {
  if (cause.code === 'Z_BUF_ERROR')
    return new ArchiveError('archive-truncated', 'The archive ends too early', { cause })
  return new ArchiveError('archive-corrupt', 'The archive is damaged', { cause })
}
