import type { SealedColumn } from '#kernel/sealing/sealed-column.ts'
import { totpPlace } from './accounts/check-factor.ts'
import { signingKeyPlace } from './clients/signing-key-place.ts'
import { mailPlace } from './mail/queue-mail.ts'
import { prepareReset, RESET_PLACE } from './mail/reset-job.ts'

/** What of people lies under the instance key: authenticators, signing keys, mail on its way out. */
export const sealedColumns: SealedColumn[] = [
  {
    table: 'identity_totp',
    column: 'sealed_secret',
    key: 'user_id',
    place: ({ user_id }) => totpPlace(String(user_id)),
  },
  {
    table: 'identity_signing_key',
    column: 'sealed_private',
    key: 'kid',
    place: ({ kid }) => signingKeyPlace(String(kid)),
  },
  { table: 'identity_mail', column: 'sealed', key: 'id', place: ({ id }) => mailPlace(String(id)) },
  {
    table: 'jobs',
    column: 'input',
    key: 'id',
    place: () => RESET_PLACE,
    job: { name: prepareReset.name, member: 'sealed' },
  },
]
