import { z } from 'zod'
import { id, instant, integer, text, textOrNull } from '#contract/schema.ts'

export const ConnectionId = id('connections.connection')

/** How an account was connected: with a password at its own servers, or by consent given at Google or Microsoft. */
export const Provider = z.enum(['imap', 'google', 'microsoft'])
export type Provider = z.infer<typeof Provider>

/** Those where people consent in a browser (OAuth 2). */
export const ConsentProvider = z.enum(['google', 'microsoft'])
export type ConsentProvider = z.infer<typeof ConsentProvider>

/**
 * `tls` from the first byte, `starttls` before anything is said, `none` only to this machine itself.
 * Where STARTTLS was asked for and is not offered, nobody goes on in plain text.
 */
export const Security = z.enum(['tls', 'starttls', 'none'])
export type Security = z.infer<typeof Security>

/** A host name or address, never a URL. */
export const Host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?|[0-9a-f:]*:[0-9a-f:.]*)$/u, 'This is not a host name')
export const Port = z.coerce.number().int().min(1).max(65_535)

/** Where and as whom to log in. */
export const Server = z
  .object({ host: text, port: integer, security: Security, username: text })
  .meta({ id: 'MailServer' })
export type Server = z.infer<typeof Server>

/** How much of an account is fetched: what is newer than a date, or so many messages a mailbox; all where both are null. */
export const SyncWindow = z
  .object({ since: instant().nullable(), count: z.number().int().nullable() })
  .meta({ id: 'SyncWindow' })
export type SyncWindow = z.infer<typeof SyncWindow>

/**
 * `active` is synchronised; `paused` rests because its owner said so; `needs-consent` must be signed in again by its
 * owner; `failing` is tried again by itself.
 */
export const ConnectionState = z.enum(['active', 'paused', 'needs-consent', 'failing'])
export type ConnectionState = z.infer<typeof ConnectionState>

/** What went wrong last, for people. */
export const ConnectionProblem = z
  .object({ code: z.string().max(100), detail: z.string().max(500) })
  .meta({ id: 'ConnectionProblem' })
export type ConnectionProblem = z.infer<typeof ConnectionProblem>

/** An account elsewhere, as its owner sees it. Never a secret. */
export const Connection = z
  .object({
    id: ConnectionId,
    rev: integer,
    provider: Provider,
    address: text,
    name: text,
    picture: textOrNull,
    scopes: z.array(text).describe('What the owner consented to; empty with a password'),
    state: ConnectionState,
    problem: ConnectionProblem.nullable(),
    lastSyncAt: instant().nullable(),
    window: SyncWindow,
    intervalMinutes: integer,
    servers: z.object({ imap: Server.nullable(), smtp: Server.nullable() }),
    createdAt: instant(),
  })
  .meta({ id: 'Connection' })
export type Connection = z.infer<typeof Connection>

/** Whether mail comes by an account; one without a server for that only sends. */
export function receivesMail({ provider, servers }: Pick<Connection, 'provider' | 'servers'>): boolean {
  return provider !== 'imap' || servers.imap !== null
}

/** Servers that an address probably has, and where that is known from. */
export const SuggestedServers = z
  .object({
    source: z.enum(['known', 'autoconfig', 'srv', 'guess']),
    providerName: textOrNull,
    imap: Server.nullable(),
    smtp: Server.nullable(),
    consent: ConsentProvider.nullable().describe('Where one can sign in instead of giving a password'),
    takesPassword: z.boolean().describe('Whether a password is taken at all'),
    help: z.string().nullable().describe('What a person must do first, such as making an app password'),
  })
  .meta({ id: 'SuggestedServers' })
export type SuggestedServers = z.infer<typeof SuggestedServers>

/** An id for the examples of operations. */
export const exampleId = '01933b6e-8f00-7000-8000-000000000001'
