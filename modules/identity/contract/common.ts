import { z } from 'zod'
import { boolean, id, instant, secrets, text, textOrNull } from '#contract/schema.ts'

export const UserId = id('identity.user')
export const WorkspaceId = id('identity.workspace')
export const SessionId = id('identity.session')
export const TokenId = id('identity.token')
export const PasskeyId = id('identity.passkey')

/** An e-mail address; kept and compared in lower case. */
export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('This is not an e-mail address'))
  .transform((address) => address.toLowerCase())
/** What somebody typed as a password: any text, a secret wherever it goes. */
export const PasswordText = z.string().min(1).max(1024).register(secrets, { secret: true })
export const PersonName = z.string().trim().min(1).max(100)
/** A code as it is typed, spaces and dashes and all; a secret. */
export const Code = z.string().min(1).max(64).register(secrets, { secret: true })

export const Role = z.enum(['guest', 'member', 'admin', 'owner'])
/**
 * What a token may do: `read` or `write` everything but administration, `tasks:read` or `tasks:write` in one module,
 * `admin` for administration.
 */
export const Scope = z
  .string()
  .max(100)
  .regex(
    /^(read|write|admin|[a-z]+(-[a-z]+)*:(read|write))$/,
    'A scope is read, write, admin, module:read or module:write',
  )

/** A browser's session lives by a cookie, a client's by access tokens that it refreshes. */
export const SessionKind = z.enum(['web', 'client'])

export const Me = z
  .object({
    user: z.object({ id: UserId, name: text, email: textOrNull }),
    workspace: z.object({ id: WorkspaceId, name: text }),
    role: Role,
    instanceAdmin: z.boolean().describe('Whether they keep this Daybook: accounts of everybody'),
    impersonatedBy: z
      .object({ id: UserId, name: text, until: instant() })
      .nullable()
      .describe('The administrator who acts as this person for a while'),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const Session = z
  .object({
    id: SessionId,
    kind: SessionKind,
    createdAt: instant(),
    lastSeenAt: instant(),
    expiresAt: instant(),
    userAgent: text,
    current: boolean,
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const Token = z
  .object({
    id: TokenId,
    name: text,
    scopes: z.array(Scope),
    createdAt: instant(),
    expiresAt: instant().nullable(),
    lastUsedAt: instant().nullable().describe('To the minute'),
  })
  .meta({ id: 'Token' })
export type Token = z.infer<typeof Token>

/** An id for the examples of operations. */
export const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** What an account may be asked for before anything that a thief of an open browser would do first. */
export const reauthenticationRequired = {
  'reauthentication-required': {
    message: 'Please confirm that it is you',
    kind: 'forbidden',
    remedy: 'Give your password or use a passkey, then try again within ten minutes.',
  },
} as const

export const tooManyAttempts = {
  'too-many-attempts': {
    message: 'Too many failed tries',
    kind: 'limit',
    remedy: 'Wait as long as Retry-After says, reset the password, or use a passkey.',
    retryable: true,
  },
} as const

export const signInErrors = {
  ...tooManyAttempts,
  'wrong-credentials': {
    message: 'Address or password is not right',
    kind: 'auth',
    remedy: 'Try again or reset the password. If you have just registered, open the link in our mail first.',
  },
} as const

export const passwordErrors = {
  'weak-password': {
    message: 'This password is too easy to guess',
    kind: 'validation',
    remedy: 'Take a few words that only you would put together.',
  },
} as const

export const mailNotConfigured = {
  'mail-not-configured': {
    message: 'This Daybook cannot send mail yet',
    kind: 'precondition',
    remedy: 'Ask an admin for a link, or set DAYBOOK_SMTP_URL and DAYBOOK_MAIL_FROM.',
  },
} as const
