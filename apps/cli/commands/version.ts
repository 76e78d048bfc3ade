import packageFile from '../../../package.json' with { type: 'json' }
import type { GlobalOptions } from '../arguments/global-options.ts'

/** `daybook version`, `daybook --version`. */
export async function run(_argv: string[], { json }: GlobalOptions): Promise<void> {
  console.log(json ? JSON.stringify({ version: packageFile.version }) : packageFile.version)
}
