import type { GlobalOptions } from '../arguments/global-options.ts'
import { scan } from '../arguments/scan.ts'
import { usageError } from '../arguments/usage-error.ts'
import { endWithNpm } from './end-with-npm.ts'

/** `daybook start`: the server, until a signal ends it. */
export async function run(argv: string[], { data }: GlobalOptions): Promise<void> {
  const { words, options } = scan(argv, OPTIONS)
  if (words[0] !== undefined) throw usageError(`"${words[0]}" is one word too many`, 'See "daybook help start".')
  const last = (name: string) => options.get(name)?.at(-1) ?? undefined
  const { startServer } = await import('../../server/main.ts')
  endWithNpm()
  await startServer({
    data: data ?? undefined,
    port: last('port'),
    host: last('host'),
    open: last('open') === 'false' ? false : undefined,
  })
}

const OPTIONS = new Map([
  ['port', 'value'],
  ['host', 'value'],
  ['open', 'flag'],
  ['web', 'flag'],
] as const)
