import { describeConfig } from '#platform/config/describe-config.ts'
import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { readSecrets } from '#platform/config/read-secrets.ts'
import type { GlobalOptions } from '../arguments/global-options.ts'

/** `daybook config`: the configuration in force by variable. Secrets are said to be set or not. */
export async function run(_argv: string[], { data, json }: GlobalOptions): Promise<void> {
  const raw = readEnvironment(process.env, { data: data ?? undefined })
  const secrets = readSecrets(raw)
  const config = describeConfig(parseConfig(raw), secrets)
  if (json) return console.log(JSON.stringify(config))
  for (const [variable, value] of Object.entries(config)) console.log(`${variable}=${value ?? ''}`)
}
