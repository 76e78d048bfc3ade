import { provide, type LivingService, type ServiceContext } from '#kernel/module-services.ts'
import {
  access,
  listAllConnections,
  readConnection,
  receivesMail,
  type AccessOf,
} from '../../../connections/contract.ts'
import { AccountSession } from './account-session.ts'
import { beginSync } from './internal.ts'
import { openRemote } from './open-remote.ts'
import { sessions, type Lease, type Sessions } from './sessions.ts'

const PAGE = 500

/** Keeps the sessions of all accounts of this process. */
export class MailSessions implements Sessions, LivingService {
  readonly #context: ServiceContext
  readonly #accounts = new Map<string, AccountSession>()
  #closed = false

  constructor(context: ServiceContext) {
    this.#context = context
  }

  /** Follows every account that is not paused. */
  async start(): Promise<void> {
    for (let after = ''; !this.#closed;) {
      const page = await this.#everyAccount(after)
      for (const { id, ...person } of page) {
        const account = await this.#context.acting(person).ask(readConnection, { id })
        const { state, intervalMinutes } = account
        if (!receivesMail(account)) continue
        if (state === 'active' || state === 'failing') this.follow({ connectionId: id, ...person }, { intervalMinutes })
      }
      if (page.length < PAGE) return
      after = page.at(-1)!.id
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    const accounts = [...this.#accounts.values()]
    this.#accounts.clear()
    await Promise.all(accounts.map((account) => account.close()))
  }

  borrow(of: AccessOf): Promise<Lease> {
    return this.#sessionOf(of).borrow()
  }

  follow(of: AccessOf, options: { intervalMinutes: number }): boolean {
    return !this.#closed && this.#sessionOf(of).follow(options)
  }

  async unfollow(connectionId: string): Promise<void> {
    const account = this.#accounts.get(connectionId)
    this.#accounts.delete(connectionId)
    await account?.close()
  }

  hasNews(connectionId: string): boolean {
    return this.#accounts.get(connectionId)?.hasNews ?? false
  }

  takeNews(connectionId: string): void {
    this.#accounts.get(connectionId)?.takeNews()
  }

  #sessionOf(of: AccessOf): AccountSession {
    const known = this.#accounts.get(of.connectionId)
    if (known) return known
    const { log } = this.#context
    const account = new AccountSession(of, {
      log,
      open: (of) => openRemote(this.#context.service(access), of, this.#context.acting(of)),
      tell: async ({ connectionId, ...person }) => {
        await this.#context.acting(person).call(beginSync, { connectionId })
      },
    })
    this.#accounts.set(of.connectionId, account)
    return account
  }

  /** None where this Daybook runs without accounts. */
  async #everyAccount(after: string): Promise<{ id: string; userId: string; workspaceId: string }[]> {
    try {
      return (await this.#context.acting().ask(listAllConnections, { after, limit: PAGE })).items
    } catch (cause) {
      this.#context.log.warn({ cause }, 'mail.accounts-not-followed')
      return []
    }
  }
}

export const provideSessions = provide(sessions, (context) => new MailSessions(context))
