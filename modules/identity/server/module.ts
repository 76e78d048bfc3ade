import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import { identity } from './identify.ts'
import tables from './migrations/0001-tables.ts'
import accounts from './migrations/0002-accounts.ts'
import people from './migrations/0003-people.ts'
import createLink from './operations/create-link.ts'
import createToken from './operations/create-token.ts'
import endSession from './operations/end-session.ts'
import ensureOwner from './operations/ensure-owner.ts'
import listSessions from './operations/list-sessions.ts'
import listTokens from './operations/list-tokens.ts'
import me from './operations/me.ts'
import openLink from './operations/open-link.ts'
import redeemLink from './operations/redeem-link.ts'
import revokeSession from './operations/revoke-session.ts'
import revokeToken from './operations/revoke-token.ts'
import signOut from './operations/sign-out.ts'
import { accountOperations } from './accounts/operations.ts'
import { adminOperations } from './admin/operations.ts'
import prepareReset from './jobs/prepare-reset.ts'
import sendMail from './jobs/send-mail.ts'
import tidyHourly from './jobs/tidy.ts'
import { peopleOperations } from './people/operations.ts'
import { sealedColumns } from './sealed-columns.ts'
import { registration } from './settings.ts'

const operations = [
  createLink,
  createToken,
  endSession,
  ensureOwner,
  listSessions,
  listTokens,
  me,
  openLink,
  redeemLink,
  revokeSession,
  revokeToken,
  signOut,
  ...accountOperations,
  ...peopleOperations,
  ...adminOperations,
]

export default defineModule({
  name: 'identity',
  contract,
  identity,
  sealed: sealedColumns,
  revokes: [
    contract.sessionEnded,
    contract.tokenRevoked,
    contract.passwordChanged,
    contract.refreshReused,
    contract.memberChanged,
    contract.memberRemoved,
    contract.userSuspended,
    contract.userDeleted,
    contract.adminChanged,
    contract.workspaceDeleted,
    contract.workspaceErased,
    contract.impersonationEnded,
  ],
  tables: {
    identity_user: 'instance',
    identity_workspace: 'instance',
    identity_member: 'instance',
    identity_session: 'instance',
    identity_token: 'instance',
    identity_link: 'instance',
    identity_registration: 'instance',
    identity_mail_link: 'instance',
    identity_attempt: 'instance',
    identity_challenge: 'instance',
    identity_totp: 'instance',
    identity_recovery_code: 'instance',
    identity_passkey: 'instance',
    identity_refresh: 'instance',
    identity_signing_key: 'instance',
    identity_mail: 'instance',
    identity_former_member: 'instance',
    identity_invitation: 'instance',
    identity_invitation_secret: 'instance',
  },
  records: { 'identity.user': contract.describeUsers },
  migrations: [tables, accounts, people],
  operations,
  jobs: [prepareReset, sendMail, tidyHourly],
  settings: [registration],
})
