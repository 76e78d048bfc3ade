import { describeConfig } from '#platform/config/describe-config.ts'
import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { readSecrets } from '#platform/config/read-secrets.ts'
import type { GlobalOptions } from '../arguments/global-options.ts'
import { printAnswer } from '../output/print-answer.ts'

/** `daybook config`: the configuration in force by variable. Secrets are said to be set or not. */
export async function run(_argv: string[], { data, json }: GlobalOptions): Promise<void> {
  const raw = readEnvironment(process.env, { data: data ?? undefined })
  const secrets = readSecrets(raw)
  printAnswer(describeConfig(parseConfig(raw), secrets), { json })
}
