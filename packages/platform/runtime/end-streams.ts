/** Lets event streams end when the server stops: they have no end of their own that anybody could wait for. */
export function endStreamAt(signal: AbortSignal, response: Response): Response {
  // The type first: reading the body of an answer turns it into a stream, which costs more than all else here.
  if (!response.headers.get('content-type')?.startsWith('text/event-stream') || response.body === null) return response
  return new Response(endAt(signal, response.body), response)
}

function endAt(signal: AbortSignal, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const stopped = Promise.withResolvers<{ done: true; value: undefined }>()
  const stop = () => stopped.resolve({ done: true, value: undefined })
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })

  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await Promise.race([reader.read(), stopped.promise])
      if (!done) return controller.enqueue(value)
      signal.removeEventListener('abort', stop)
      controller.close()
      await reader.cancel()
    },
    async cancel(reason) {
      signal.removeEventListener('abort', stop)
      await reader.cancel(reason)
    },
  })
}
