import type { GlobalOptions } from '../arguments/global-options.ts'
import { usageError } from '../arguments/usage-error.ts'
import { reachServer } from '../mcp/reach-server.ts'
import { relay } from '../mcp/relay.ts'

/** `daybook mcp`: an assistant's program talks to Daybook through this process, until it closes stdin. */
export async function run(argv: string[], options: GlobalOptions): Promise<void> {
  if (argv[0] !== undefined) throw usageError(`"${argv[0]}" is one word too many`, 'See "daybook help mcp".')
  await using server = await reachServer(options)
  await relay(server)
}
