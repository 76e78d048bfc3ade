import { z } from 'zod'
import { defineCommand, defineEndpoint } from '#contract/operation.ts'
import { noInput, nothing, secretText } from '#contract/schema.ts'
import { SignedIn } from './accounts.ts'
import { Code, reauthenticationRequired, tooManyAttempts } from './common.ts'
import { secondFactorChanged } from './events.ts'
import { exampleAssertion, PasskeyAssertion } from './passkey-shapes.ts'

const wrongCode = {
  'wrong-code': {
    message: 'That code is not right, or was used already',
    kind: 'auth',
    remedy: 'Wait for the next code and check the clock of your device.',
  },
} as const

const noAuthenticator = {
  'no-authenticator': { message: 'No authenticator is set up', kind: 'precondition', remedy: 'Set one up first.' },
} as const

export const loginSecondFactor = defineEndpoint({
  name: 'identity.login-second-factor',
  summary: 'Finish to sign in with a code, a recovery code or a passkey',
  access: 'anonymous',
  limit: 'auth',
  input: z.strictObject({
    challenge: secretText(),
    code: Code.optional().describe('Six digits of the authenticator'),
    recoveryCode: Code.optional(),
    passkey: PasskeyAssertion.optional(),
  }),
  output: SignedIn,
  errors: {
    ...wrongCode,
    ...tooManyAttempts,
    'challenge-not-valid': {
      message: 'This attempt to sign in is too old',
      kind: 'auth',
      remedy: 'Begin again with your password.',
    },
  },
  http: 'POST /auth/login/second-factor',
  aliases: ['POST /api/auth/login/second-factor'],
  example: { challenge: 'as-answered-by-login', code: '123456', passkey: exampleAssertion },
})

export const beginTotp = defineEndpoint({
  name: 'identity.totp-begin',
  summary: 'Begin to set up an authenticator: the secret to scan (RFC 6238)',
  access: 'signed-in',
  personal: true,
  input: noInput,
  output: z.object({ secret: secretText(), uri: secretText() }),
  errors: { ...reauthenticationRequired, 'already-on': 'An authenticator is set up already' },
  http: 'POST /auth/totp',
  aliases: ['POST /api/auth/totp'],
  example: {},
})

export const confirmTotp = defineEndpoint({
  name: 'identity.totp-confirm',
  summary: 'Turn the authenticator on with its first code; recovery codes are shown this one time',
  access: 'signed-in',
  personal: true,
  limit: 'auth',
  input: z.strictObject({ code: Code }),
  output: z.object({ recoveryCodes: z.array(secretText()) }),
  errors: { ...wrongCode, ...tooManyAttempts, ...reauthenticationRequired, ...noAuthenticator },
  http: 'POST /auth/totp/confirm',
  aliases: ['POST /api/auth/totp/confirm'],
  example: { code: '123456' },
})

export const disableTotp = defineCommand({
  name: 'identity.totp-disable',
  summary: 'Turn the authenticator off; recovery codes go with it',
  access: 'signed-in',
  personal: true,
  input: noInput,
  output: nothing,
  errors: { ...reauthenticationRequired, ...noAuthenticator },
  http: 'DELETE /auth/totp',
  aliases: ['DELETE /api/auth/totp'],
  agent: { confirm: 'always' },
  emits: [secondFactorChanged],
  example: {},
})

export const makeRecoveryCodes = defineCommand({
  name: 'identity.recovery-codes',
  summary: 'Make new recovery codes; the old ones stop working, these are shown this one time',
  access: 'signed-in',
  personal: true,
  input: noInput,
  output: z.object({ recoveryCodes: z.array(secretText()) }),
  errors: { ...reauthenticationRequired, ...noAuthenticator },
  http: 'POST /auth/recovery-codes',
  aliases: ['POST /api/auth/recovery-codes'],
  agent: { confirm: 'always' },
  emits: [secondFactorChanged],
  example: {},
})
