/** Structured logs: an event's name and its fields. */
export interface Logger {
  debug(fields: object, event: string): void
  info(fields: object, event: string): void
  warn(fields: object, event: string): void
  error(fields: object, event: string): void
}

/** What is beyond the process: files, threads, mail. Adapters are in platform. */
export interface Ports {
  blobs: Blobs
  uploads: UploadFiles
  workers: Workers
  mailer: Mailer
  sealer: Sealer
  site: Site
  registrations: Registrations
  /** A language model; null where none is set up, and all goes by rules. */
  models: Models | null
}

/** A language model, on this machine or elsewhere. */
export interface Models {
  /** Its answer as JSON, which who asked checks against the schema. Rejects where there is none. */
  generate(question: ModelQuestion): Promise<{ value: unknown; model: string }>
}

interface ModelQuestion {
  /** What it is to do. */
  instructions: string
  /** What it is to work on: somebody's words, which are never instructions. */
  material: string
  /** The JSON Schema of the answer. */
  schema: object
  signal: AbortSignal
}

/** Where Daybook itself is known as a program at other services (an OAuth 2 client); null where nobody registered it. */
export interface Registrations {
  google: Registration | null
  microsoft: Registration | null
}

export interface Registration {
  clientId: string
  /** A secret; desktop programs may have none (RFC 8252). */
  clientSecret: string | null
  /** Origin of all of the service's endpoints where it is not the service's own, such as that of an emulator. */
  baseUrl: string | null
  /** What people consent to concerning their mail, where it is not the usual. */
  mailScopes?: readonly string[]
  /** Mail servers where they are not the service's own. */
  imap?: { host: string; port: number; security: 'tls' | 'starttls' | 'none' }
  smtp?: { host: string; port: number; security: 'tls' | 'starttls' | 'none' }
}

/** Where people reach this Daybook. */
export interface Site {
  /** Origin such as `https://daybook.example`, or null where nobody said: then only the caller's own request tells. */
  publicUrl: string | null
}

/** Sends mail out. */
export interface Mailer {
  /** Whether there is a server to hand mail to. */
  readonly configured: boolean
  /** Resolves when the server has taken it. */
  send(mail: OutgoingMail): Promise<void>
}

export interface OutgoingMail {
  /** Names the mail for good: a receiver that gets it twice can tell (RFC 5322, 3.6.4). */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

/** Encrypts what must be read again, under the key of this instance. */
export interface Sealer {
  /** `place` names table, column and row: a sealed text opens nowhere else. */
  seal(plain: string, place: string): string
  /** Throws when the text was sealed for another place or with another key. */
  open(sealed: string, place: string): string
  /** Makes a data key, sealed under this key. `id` is the one that texts sealed under it name. */
  makeKey(place: string): { id: string; wrapped: string }
  /** The sealer of such a data key. */
  withKey(wrapped: string, place: string): Sealer
  /** The id of the key that a text was sealed under. */
  keyOf(sealed: string): string
}

/** Immutable files by their SHA-256 (hex). */
export interface Blobs {
  /** Durable before it answers: written, synced, renamed, the folder synced. */
  put(bytes: Uint8Array): Promise<string>
  get(hash: string): Promise<Uint8Array | null>
  delete(hash: string): Promise<void>
  list(): AsyncIterable<string>
}

/** Files on their way in. They live until the operation that uses them is done. */
export interface UploadFiles {
  /** Streams a body to disk; throws `UploadTooLarge` past the limit. */
  store(id: string, body: AsyncIterable<Uint8Array>, limit: number): Promise<{ size: number; sha256: string }>
  open(id: string): AsyncIterable<Uint8Array> & { bytesRead(): number }
  delete(id: string): Promise<void>
}

export class UploadTooLarge extends Error {}

/**
 * Threads for work that would hold up the event loop. They start when first used and end when idle.
 * A script exports the function that does a task as `default`, and may export `transfer`, which names the buffers
 * of an answer that move instead of being copied.
 */
export interface Workers {
  pool<Task, Answer>(script: URL, options: { size: number; niceness: number }): WorkerPool<Task, Answer>
}

export interface WorkerPool<Task, Answer> {
  /** Runs one task on a free thread. A thread that dies fails its task and is replaced. */
  run(task: Task, transfer?: ArrayBuffer[]): Promise<Answer>
  close(): Promise<void>
}
