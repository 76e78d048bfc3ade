const HEARTBEAT_MILLISECONDS = 15_000
const encoder = new TextEncoder()

/** What an event stream is made of. */
export interface EventSource {
  records: AsyncGenerator<unknown>
  /** The last record when the source throws: `{ problem }`. */
  toLastRecord(error: unknown): unknown
  /** Called when the caller has gone. */
  abort(): void
}

/**
 * Records as server-sent events (HTML Standard, 9.2), one `data:` line each. The next record is asked for when the last
 * has been taken; a comment now and then keeps proxies from closing a quiet line.
 */
export function toEventStream(source: EventSource): ReadableStream<Uint8Array> {
  let heartbeat: ReturnType<typeof setInterval> | undefined
  const end = (): void => clearInterval(heartbeat)

  return new ReadableStream<Uint8Array>({
    start(controller) {
      // Something must be sent for the headers to leave.
      controller.enqueue(encoder.encode(': open\n\n'))
      heartbeat = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(': still here\n\n'))
      }, HEARTBEAT_MILLISECONDS)
      heartbeat.unref?.()
    },
    async pull(controller) {
      try {
        const { done, value } = await source.records.next()
        if (!done) return controller.enqueue(toEvent(value))
      } catch (error) {
        controller.enqueue(toEvent(source.toLastRecord(error)))
      }
      end()
      controller.close()
    },
    async cancel() {
      end()
      source.abort()
      await source.records.return(undefined)
    },
  })
}

function toEvent(record: unknown): Uint8Array {
  const position = positionOf(record)
  const name = position === undefined ? '' : `id: ${position}\n`
  return encoder.encode(`${name}data: ${JSON.stringify(record)}\n\n`)
}

/** A browser sends the last of these as `Last-Event-ID` when it comes again. */
function positionOf(record: unknown): number | undefined {
  const { position, caughtUp } = (record ?? {}) as { position?: unknown; caughtUp?: unknown }
  return [position, caughtUp].find((value): value is number => typeof value === 'number')
}
