import { ListenError, type Listener, type ServeOptions } from './listener.ts'

/** Listens for HTTP with the server of the runtime we are on. Request bodies stream; their limits are the handlers'. */
export async function serve(options: ServeOptions): Promise<Listener> {
  try {
    if ('Bun' in globalThis) return (await import('./serve-bun.ts')).serveBun(options)
    return await (await import('./serve-node.ts')).serveNode(options)
  } catch (cause) {
    throw toListenError(cause, options)
  }
}

function toListenError(cause: unknown, { hostname, port }: ServeOptions): unknown {
  const at = `${hostname}:${port}`
  switch ((cause as { code?: unknown }).code) {
    case 'EADDRINUSE':
      return new ListenError(
        'port-taken',
        `The address ${at} is in use by another program`,
        `Choose another port with --port ${port + 1} (or DAYBOOK_PORT), or stop that program.`,
        { cause },
      )
    case 'EACCES':
      return new ListenError(
        'port-forbidden',
        `This user may not listen on ${at}`,
        'Choose a port above 1023 with --port (or DAYBOOK_PORT).',
        { cause },
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ListenError(
        'address-not-here',
        `${hostname} is no address of this machine`,
        'Choose one of its own with --host (or DAYBOOK_HOST), such as 127.0.0.1.',
        { cause },
      )
    default:
      return cause
  }
}
