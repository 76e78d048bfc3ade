import { readFileSync } from 'node:fs'
import { ConfigError } from './config-error.ts'
import type { RawConfig } from './read-environment.ts'

/** What must never be printed. Each may be given as a variable, or as a file by NAME_FILE. */
export interface Secrets {
  /** PostgreSQL instead of a file in the data folder: `postgres://user:password@host/database`. */
  databaseUrl: string | null
  /** When set, `/metrics` answers only to this bearer token. */
  metricsToken: string | null
  /** The server that takes mail, with user and password: `smtps://user:password@mail.example`. */
  smtpUrl: string | null
  /** What the instance key is derived from; without it the key is a file in the data folder. */
  instanceSecret: string | null
  /** What the instance key is to be derived from instead, for `daybook rekey` alone. */
  nextInstanceSecret: string | null
  /** What the providers gave with the client ids. */
  googleClientSecret: string | null
  microsoftClientSecret: string | null
}

/** The third step: secrets, by value or from files such as container secrets. */
export function readSecrets(raw: RawConfig, readFile = (path: string) => readFileSync(path, 'utf8')): Secrets {
  return {
    databaseUrl: databaseUrlOf(readSecret(raw, 'DAYBOOK_DATABASE_URL', readFile)),
    metricsToken: readSecret(raw, 'DAYBOOK_METRICS_TOKEN', readFile),
    smtpUrl: smtpUrlOf(readSecret(raw, 'DAYBOOK_SMTP_URL', readFile), raw),
    instanceSecret: longEnough(raw, 'DAYBOOK_SECRET', readFile),
    nextInstanceSecret: longEnough(raw, 'DAYBOOK_NEXT_SECRET', readFile),
    googleClientSecret: readSecret(raw, 'DAYBOOK_GOOGLE_CLIENT_SECRET', readFile),
    microsoftClientSecret: readSecret(raw, 'DAYBOOK_MICROSOFT_CLIENT_SECRET', readFile),
  }
}

const LEAST_SECRET = 32

/** The value itself is never quoted: it holds a password. */
function databaseUrlOf(text: string | null): string | null {
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text
  throw new ConfigError(
    'DAYBOOK_DATABASE_URL',
    'is no address of a PostgreSQL database',
    'Give it as postgres://user:password@host:5432/database.',
  )
}

function smtpUrlOf(text: string | null, raw: RawConfig): string | null {
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
    throw new ConfigError(
      'DAYBOOK_SMTP_URL',
      'is no address of a mail server',
      'Give it as smtp://user:password@host:587 or smtps://user:password@host.',
    )
  if (!raw.DAYBOOK_MAIL_FROM)
    throw new ConfigError('DAYBOOK_MAIL_FROM', 'is not set, and DAYBOOK_SMTP_URL is', 'Say whom mail comes from.')
  if (!raw.DAYBOOK_URL)
    throw new ConfigError(
      'DAYBOOK_URL',
      'is not set, and DAYBOOK_SMTP_URL is',
      'Say under which address people reach Daybook: links in mail need it.',
    )
  return text
}

function longEnough(raw: RawConfig, name: string, readFile: (path: string) => string): string | null {
  const secret = readSecret(raw, name, readFile)
  if (secret === null || secret.length >= LEAST_SECRET) return secret
  throw new ConfigError(name, `is shorter than ${LEAST_SECRET} characters`, 'Make one with: openssl rand -base64 32')
}

function readSecret(raw: RawConfig, name: string, readFile: (path: string) => string): string | null {
  const fileVariable = `${name}_FILE`
  const path = raw[fileVariable]
  if (path === undefined) return raw[name] ?? null
  if (raw[name] !== undefined) throw new ConfigError(fileVariable, `is set, and so is ${name}`, 'Set one of the two.')
  // Editors and `echo` end a file with a line break that is no part of the secret.
  const secret = contentOf(fileVariable, path, readFile).replace(/\r?\n$/, '')
  if (secret) return secret
  throw new ConfigError(fileVariable, `names ${path}, which is empty`, 'Write the secret into the file.')
}

function contentOf(variable: string, path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path)
  } catch (cause) {
    throw new ConfigError(variable, `names ${path}, which cannot be read`, 'Check the path and its rights.', { cause })
  }
}
