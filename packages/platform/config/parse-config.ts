import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { defaultDataFolder } from './default-data-folder.ts'
import { parseBytes } from './parse-bytes.ts'
import type { RawConfig } from './read-environment.ts'

/** Everything that can be set from outside, typed. Secrets are read apart. */
export type Config = Readonly<ReturnType<typeof toConfig>>

/** The second step: text becomes typed values. The first bad one is thrown as a `ConfigError`. */
export function parseConfig(raw: RawConfig, platform: NodeJS.Platform = process.platform): Config {
  const parsed = Variables.safeParse(raw)
  if (parsed.success) return toConfig(parsed.data, raw, platform)
  const issue = parsed.error.issues[0]!
  const variable = String(issue.path[0])
  throw new ConfigError(variable, `is ${JSON.stringify(raw[variable])}`, issue.message)
}

const MOST = 1_000_000_000

const Variables = z.object({
  DAYBOOK_DATA: z.string().optional(),
  DAYBOOK_PORT: wholeNumber(0, 65_535, 4455),
  DAYBOOK_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'Give an address to listen on, such as 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  DAYBOOK_URL: z.string().transform(toOrigin).optional(),
  DAYBOOK_CORS_ORIGINS: list(toOrigin),
  DAYBOOK_TRUSTED_PROXIES: list(toNetwork),
  DAYBOOK_MAIL_FROM: z
    .string()
    .max(320)
    .regex(
      /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      'Give an address such as Daybook <daybook@example.org>.',
    )
    .optional(),
  DAYBOOK_GOOGLE_CLIENT_ID: z.string().max(300).optional(),
  DAYBOOK_GOOGLE_BASE_URL: z.string().transform(toOrigin).optional(),
  DAYBOOK_GOOGLE_ACCESS: z.enum(['mail', 'api']).default('mail'),
  DAYBOOK_MICROSOFT_CLIENT_ID: z.string().max(300).optional(),
  DAYBOOK_MICROSOFT_BASE_URL: z.string().transform(toOrigin).optional(),
  DAYBOOK_KEYRING: z.enum(['true', 'false'], 'Set it to true or false.').default('false'),
  DAYBOOK_OPEN: z.enum(['true', 'false'], 'Set it to true or false.').default('true'),
  DAYBOOK_LIMIT_ANONYMOUS: wholeNumber(1, MOST, 100),
  DAYBOOK_LIMIT_AUTH: wholeNumber(1, MOST, 10),
  DAYBOOK_LIMIT_SIGNED_IN: wholeNumber(1, MOST, 1_200_000),
  DAYBOOK_UPLOAD_LIMIT: bytes('20GiB'),
  DAYBOOK_BODY_LIMIT: bytes('1MiB'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'Set it to debug, info, warn, error or silent.')
    .default('info'),
  APP_ENV: z
    .enum(['development', 'test', 'production'], 'Set it to development, test or production.')
    .default('production'),
})

function toConfig(values: z.infer<typeof Variables>, raw: RawConfig, platform: NodeJS.Platform) {
  const folder = values.DAYBOOK_DATA ?? defaultDataFolder(raw, platform)
  if (!folder)
    throw new ConfigError(
      'DAYBOOK_DATA',
      'is not set and there is no home folder',
      'Name the data folder with --data DIR.',
    )
  return {
    /** Absolute. */
    dataFolder: resolve(folder),
    port: values.DAYBOOK_PORT,
    host: values.DAYBOOK_HOST,
    /** The origin people use when a proxy stands before Daybook, such as `https://daybook.example`. */
    publicUrl: values.DAYBOOK_URL ?? null,
    /** Origins of other sites whose pages may call the API with a token. */
    corsOrigins: values.DAYBOOK_CORS_ORIGINS,
    /** Addresses and networks of proxies that are believed what they say of a caller. */
    trustedProxies: values.DAYBOOK_TRUSTED_PROXIES,
    /** Who mail comes from. */
    mailFrom: values.DAYBOOK_MAIL_FROM ?? null,
    /** Where Daybook is registered as a program at other services; their secrets are read apart. */
    google: {
      clientId: values.DAYBOOK_GOOGLE_CLIENT_ID ?? null,
      baseUrl: values.DAYBOOK_GOOGLE_BASE_URL ?? null,
      /** Whether people consent to the mail servers too, or to Gmail's API alone. */
      access: values.DAYBOOK_GOOGLE_ACCESS,
    },
    microsoft: {
      clientId: values.DAYBOOK_MICROSOFT_CLIENT_ID ?? null,
      baseUrl: values.DAYBOOK_MICROSOFT_BASE_URL ?? null,
    },
    /** Whether the instance key is kept in the keyring of the operating system. */
    keyring: values.DAYBOOK_KEYRING === 'true',
    open: values.DAYBOOK_OPEN === 'true',
    logLevel: values.LOG_LEVEL,
    appEnv: values.APP_ENV,
    limits: {
      /** Requests a minute and address where nobody is signed in. */
      anonymousPerMinute: values.DAYBOOK_LIMIT_ANONYMOUS,
      /** Requests a minute and address to what signs in. */
      authPerMinute: values.DAYBOOK_LIMIT_AUTH,
      /** Requests a minute, person and operation. */
      signedInPerMinute: values.DAYBOOK_LIMIT_SIGNED_IN,
    },
    uploadLimitBytes: values.DAYBOOK_UPLOAD_LIMIT,
    bodyLimitBytes: values.DAYBOOK_BODY_LIMIT,
  }
}

function wholeNumber(least: number, most: number, standard: number) {
  const remedy = `Give a whole number from ${least} to ${most}.`
  return z
    .string()
    .regex(/^\d+$/, remedy)
    .transform(Number)
    .refine((value) => value >= least && value <= most, remedy)
    .default(standard)
}

function bytes(standard: string) {
  return z
    .string()
    .transform((text, context) => {
      const size = parseBytes(text)
      if (size !== null && size > 0 && Number.isSafeInteger(size)) return size
      context.addIssue('Give a size such as 1MiB or 20GiB.')
      return z.NEVER
    })
    .prefault(standard)
}

/** Entries parted by commas or spaces. */
function list(toEntry: (text: string, context: z.RefinementCtx) => string) {
  return z
    .string()
    .transform((text, context) =>
      text
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((entry) => toEntry(entry, context)),
    )
    .prefault('')
}

/** An address, or a network as address and length of its prefix (RFC 4632). */
function toNetwork(text: string, context: z.RefinementCtx): string {
  const [address, length, ...rest] = text.split('/')
  const family = isIP(address!)
  const most = family === 6 ? 128 : 32
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most)
  if (family !== 0 && isLength && rest.length === 0) return text
  context.addIssue('Give addresses or networks, such as 127.0.0.1 or 10.0.0.0/8.')
  return z.NEVER
}

function toOrigin(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username) return url.origin
  context.addIssue('Give scheme and host without a path, such as https://daybook.example.')
  return z.NEVER
}
