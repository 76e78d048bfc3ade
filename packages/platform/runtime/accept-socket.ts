import type { RequestInfo } from './listener.ts'
import type { SocketHandler, SocketSession } from './socket.ts'

/** What a handler says to an upgrade; a handler that throws refuses with 500, and the process logs why. */
export async function acceptSocket(
  handler: SocketHandler,
  request: Request,
  info: RequestInfo,
): Promise<Response | SocketSession> {
  try {
    return await handler.accept(request, info)
  } catch (cause) {
    // One lost socket, not the process: a rejection that nobody awaits is logged, and the rest goes on.
    void Promise.reject(cause)
    return new Response(null, { status: 500 })
  }
}

/** Whether an answer to an upgrade refuses it. A runtime may have more than one class of responses. */
export function isRefusal(answer: Response | SocketSession): answer is Response {
  return 'status' in answer
}
