import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ServerProcess } from '../../kill/server-process.ts'
import type { State } from './ledger.ts'

/** A message as it is here. */
export interface Row extends State {
  id: string
  token: string
}

/** Daybook in a process of its own that is killed again and again, and its database beside it. */
export class NearSide implements AsyncDisposable {
  readonly #folder: string
  #server: ServerProcess
  #seen = 0

  private constructor(folder: string, server: ServerProcess) {
    this.#folder = folder
    this.#server = server
  }

  /** Starts on a folder of its own whose database notes every change of a message. */
  static async start(folder: string): Promise<NearSide> {
    const first = new ServerProcess(folder)
    await first.call('GET', '/emails')
    await first.stop()
    const database = new DatabaseSync(join(folder, 'daybook.sqlite'))
    database.exec('CREATE TABLE chaos_change (n INTEGER PRIMARY KEY, id TEXT, aspect TEXT, value TEXT)')
    for (const aspect of ['seen', 'starred', 'place'])
      database.exec(
        `CREATE TRIGGER chaos_${aspect} AFTER UPDATE OF ${aspect} ON mail_message WHEN OLD.${aspect} IS NOT NEW.${aspect}
         BEGIN INSERT INTO chaos_change (id, aspect, value) VALUES (NEW.id, '${aspect}', NEW.${aspect}); END`,
      )
    database.close()
    return new NearSide(folder, new ServerProcess(folder))
  }

  /** Calls the API; null where the process was killed meanwhile. */
  async call(method: string, path: string, body?: unknown): Promise<any> {
    const server = this.#server
    try {
      return await server.call(method, path, body)
    } catch (cause) {
      if (server === this.#server && !isGone(cause)) throw cause
      return null
    }
  }

  /** `kill -9`, and a new start; answers what was under way. */
  async kill(): Promise<string[]> {
    await this.#server.kill()
    const busy = this.busy()
    this.#server = new ServerProcess(this.#folder)
    return busy
  }

  rows(): Row[] {
    const labels = Map.groupBy(
      this.#query(
        'SELECT message_id, name_key FROM mail_message_label JOIN mail_label ON mail_label.id = mail_message_label.label_id',
      ),
      ({ message_id }) => message_id,
    )
    return this.#query('SELECT id, subject, seen, starred, place FROM mail_message').map((row) => ({
      id: String(row.id),
      token: String(row.subject),
      seen: String(row.seen),
      starred: String(row.starred),
      place: String(row.place),
      labels: (labels.get(row.id) ?? []).map(({ name_key }) => String(name_key)).sort(),
    }))
  }

  /** How often each side of each message changed since the last look, by `id aspect`. */
  changes(): Map<string, string[]> {
    const rows = this.#query(`SELECT n, id, aspect, value FROM chaos_change WHERE n > ${this.#seen} ORDER BY n`)
    this.#seen = Number(rows.at(-1)?.n ?? this.#seen)
    const changes = new Map<string, string[]>()
    for (const { id, aspect, value } of rows) {
      const key = `${String(id)} ${String(aspect)}`
      changes.set(key, [...(changes.get(key) ?? []), String(value)])
    }
    return changes
  }

  /** What is under way: changes to carry, and work in the background. */
  busy(): string[] {
    return this.#query(
      `SELECT name || ' ' || state AS what FROM jobs WHERE state IN ('queued', 'running') AND name LIKE 'mail.%'
       UNION ALL SELECT 'outbox ' || kind || ' ' || state FROM mail_outbox WHERE state IN ('waiting', 'sending')`,
    ).map(({ what }) => String(what))
  }

  refused(): string[] {
    return this.#query("SELECT change || ' ' || problem AS what FROM mail_outbox WHERE state = 'refused'").map(
      ({ what }) => String(what),
    )
  }

  async stop(): Promise<void> {
    await this.#server.stop()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.kill()
  }

  #query(sql: string): Record<string, unknown>[] {
    for (let attempt = 0; ; attempt++) {
      try {
        const database = new DatabaseSync(join(this.#folder, 'daybook.sqlite'), { readOnly: true })
        try {
          return database.prepare(sql).all() as Record<string, unknown>[]
        } finally {
          database.close()
        }
      } catch (cause) {
        // A database that its next owner recovers cannot be looked at yet.
        if (attempt === 200 || !/unable to open|locked|readonly|disk I\/O/i.test((cause as Error).message)) throw cause
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      }
    }
  }
}

function isGone(cause: unknown): boolean {
  return /fetch failed|ECONN|socket|closed|ended early|network|ENOENT|Unable to connect|JSON/i.test(String(cause))
}
