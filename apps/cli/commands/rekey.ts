import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { readSecrets } from '#platform/config/read-secrets.ts'
import { waitForFolder } from '#platform/lock/wait-for-folder.ts'
import type { GlobalOptions } from '../arguments/global-options.ts'
import { cliError } from '../arguments/usage-error.ts'
import { openForRekeying } from '../rekey/open-for-rekeying.ts'

/** `daybook rekey`: another instance key, made by chance or derived from `DAYBOOK_NEXT_SECRET`. */
export async function run(_argv: string[], { data, json }: GlobalOptions): Promise<void> {
  const raw = readEnvironment(process.env, { data: data ?? undefined })
  const { dataFolder, keyring } = parseConfig(raw)
  const { databaseUrl, instanceSecret: secret, nextInstanceSecret: nextSecret } = readSecrets(raw)
  const access = await waitForFolder(dataFolder)
  if (!('lock' in access))
    throw cliError(
      'server-runs',
      'conflict',
      `A server runs on ${dataFolder}`,
      'Stop it first, and all others on the same database: they hold the former key in memory.',
    )
  try {
    await using opened = await openForRekeying(dataFolder, databaseUrl)
    const { rekey } = await import('../../server/rekey.ts')
    const outcome = await rekey({ dataFolder, ...opened, secret, nextSecret, keyring })
    const fault = FAULTS[outcome.state]
    if (fault) throw cliError(outcome.state, fault.kind, fault.message, fault.remedy)
    console.log(json ? JSON.stringify(outcome) : wordsFor(outcome, nextSecret !== null))
  } finally {
    access.lock.release()
  }
}

function wordsFor(outcome: { state: string; texts?: number }, bySecret: boolean): string {
  const what =
    outcome.state === 'done'
      ? `Sealed ${outcome.texts} secrets under the new key.`
      : 'The database is under this key already.'
  return bySecret ? `${what} Start with its secret as DAYBOOK_SECRET from now on.` : what
}

const FAULTS: Record<string, { kind: 'not-found' | 'precondition'; message: string; remedy: string } | undefined> = {
  'no-data': {
    kind: 'not-found',
    message: 'There is no Daybook here that was started before',
    remedy: 'Name its folder with --data DIR.',
  },
  'wrong-key': {
    kind: 'precondition',
    message: 'The key at hand is not the one that this database is sealed with',
    remedy: 'Set the DAYBOOK_SECRET in force, or bring the file instance.key along.',
  },
  'next-secret-missing': {
    kind: 'precondition',
    message: 'The key comes from DAYBOOK_SECRET, and there is no other secret to take one from',
    remedy: 'Set DAYBOOK_NEXT_SECRET, 32 characters or more: openssl rand -base64 32 makes one.',
  },
}
