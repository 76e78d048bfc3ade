import { toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { SyncQuota } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { governors } from './governors.ts'
import type { QuotaStatus } from './quota-governor.ts'

/**
 * How the quotas of a person's accounts stand, by connection: as this process counts them, or as the process that
 * synchronises the account noted last. Only accounts that are read by Gmail's API have one.
 */
export async function quotasOf(db: ReadDatabase<MailTables>, ownerId: string): Promise<Map<string, SyncQuota>> {
  const rows = await db
    .selectFrom('mail_gmail_account')
    .select(['connection_id', 'quota'])
    .where('owner_id', '=', ownerId)
    .execute()
  return new Map(
    rows.flatMap(({ connection_id, quota }) => {
      const status = governors.get(connection_id)?.status() ?? (quota && (JSON.parse(quota) as QuotaStatus))
      return status ? [[connection_id, toQuota(status)] as const] : []
    }),
  )
}

function toQuota({ perMinute, used, refusals, waitsUntil }: QuotaStatus): SyncQuota {
  return { perMinute, used, refusals, waitsUntil: toInstantOrNull(waitsUntil) }
}
