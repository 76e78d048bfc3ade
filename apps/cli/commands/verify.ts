import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { readSecrets } from '#platform/config/read-secrets.ts'
import { waitForFolder } from '#platform/lock/wait-for-folder.ts'
import type { GlobalOptions } from '../arguments/global-options.ts'
import { cliError } from '../arguments/usage-error.ts'
import { verifyFolder } from '../verify/verify-folder.ts'

/** `daybook verify`: the database's own check, the audit chain, the events and the files. Changes nothing. */
export async function run(_argv: string[], { data, json }: GlobalOptions): Promise<void> {
  const raw = readEnvironment(process.env, { data: data ?? undefined })
  const { dataFolder } = parseConfig(raw)
  const { databaseUrl } = readSecrets(raw)
  if (databaseUrl === null && !existsSync(join(dataFolder, 'daybook.sqlite'))) {
    throw cliError('no-data', 'not-found', `There is no Daybook in ${dataFolder}`, 'Name its folder with --data DIR.')
  }
  const access = await waitForFolder(dataFolder)
  const report = await verifyFolder(dataFolder, databaseUrl, 'lock' in access).finally(
    () => 'lock' in access && access.lock.release(),
  )
  if (json) console.log(JSON.stringify(report))
  else for (const line of report.ok ? [summary(report)] : report.faults) console.log(line)
  if (!report.ok) process.exitCode = 1
}

function summary({ auditEntries, events, files }: { auditEntries: number; events: number; files: number }): string {
  return `All is well: the database is whole, ${auditEntries} audit entries chain, ${events} events have no gap, ${files} files match their hashes.`
}
