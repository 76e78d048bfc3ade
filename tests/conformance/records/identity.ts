import { Authenticator } from '../../identity/authenticator.ts'
import type { Makers } from './making.ts'

/** People and what they sign in with. */
export const identityRecords: Makers = {
  'identity.user': async ({ call, next }) => {
    const number = next()
    return (await call('admin.create-user', { name: `Person ${number}`, email: `person-${number}@example.test` })).id
  },
  'identity.invitation': async ({ call, next }) =>
    (await call('identity.invite', { email: `guest-${next()}@example.test` })).id,
  'identity.session': async ({ conformance, call }) => {
    const secret = await conformance.app.daybook.createSignInSecret()
    await call('identity.open-link', { secret }, undefined, null)
    return (await call('identity.list-sessions', {})).items[0].id
  },
  'identity.passkey': async ({ call }) => {
    const { challenge, options } = await call('identity.passkey-begin', {})
    const credential = new Authenticator().create(options)
    return (await call('identity.passkey-finish', { challenge, credential, name: 'Laptop' })).id
  },
}
