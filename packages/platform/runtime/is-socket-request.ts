import { SOCKET_PATH } from './socket.ts'

/** Whether a request asks to become a WebSocket (RFC 6455, section 4.1) at the path of ours. */
export function isSocketRequest(method: string, target: string, upgrade: string | null | undefined): boolean {
  if (method !== 'GET' || upgrade?.toLowerCase() !== 'websocket') return false
  return target === SOCKET_PATH || target.startsWith(`${SOCKET_PATH}?`)
}
