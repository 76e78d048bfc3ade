import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import { identity } from './identify.ts'
import tables from './migrations/0001-tables.ts'
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

export default defineModule({
  name: 'identity',
  contract,
  identity,
  tables: {
    identity_user: 'instance',
    identity_workspace: 'instance',
    identity_member: 'instance',
    identity_session: 'instance',
    identity_token: 'instance',
    identity_link: 'instance',
  },
  migrations: [tables],
  operations: [
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
  ],
})
