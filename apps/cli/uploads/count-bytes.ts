/** Passes a stream on and says how many bytes have gone through it. */
export function countBytes(
  stream: ReadableStream<Uint8Array>,
  seen: (bytes: number) => void,
): ReadableStream<Uint8Array> {
  let bytes = 0
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length
        seen(bytes)
        controller.enqueue(chunk)
      },
    }),
  )
}
