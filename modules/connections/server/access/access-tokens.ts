import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from '#base/ids.ts'
import type { ServiceContext } from '#kernel/module-services.ts'
import type { AccessOf, ConsentProvider } from '../../contract.ts'
import { ConsentRefused, type Tokens } from '../consent/consent-client.ts'
import { consentClient } from '../consent/consent-clients.ts'
import { keepTokens, noteRefused, releaseLease, takeLease } from '../internal.ts'
import { Backoff } from './backoff.ts'
import { readAccount, type OpenAccount } from './read-account.ts'
import { refuse } from './refuse.ts'

/** A token is refreshed so long before its end, so that it outlives what it is used for. */
const EARLY = 5 * 60_000
/** Where no fresh one can be had, the old one serves up to here: clocks differ. */
const SKEW = 60_000
/** Longer than a provider may take to answer. */
const LEASE = 45_000
const POLL = 100

/** Access tokens of accounts that came by consent. One process refreshes an account at a time. */
export class AccessTokens {
  readonly #context: ServiceContext
  readonly #backoff: Backoff

  constructor(context: ServiceContext) {
    this.#context = context
    this.#backoff = new Backoff(context.now)
  }

  /** A token that is good for some minutes. */
  async fresh(of: AccessOf, account: OpenAccount): Promise<string> {
    const kept = account.secrets['access-token']
    const left = (kept?.expiresAt ?? 0) - this.#context.now()
    if (kept && left > EARLY) return kept.value
    try {
      return await this.#refresh(of)
    } catch (cause) {
      if (kept && left > SKEW) return kept.value
      throw cause
    }
  }

  /** Waits for its turn among processes, and finds that another has done the work or does it. */
  async #refresh(of: AccessOf): Promise<string> {
    const { now, acting } = this.#context
    if (this.#backoff.isResting(of.connectionId)) throw refuse('refresh-failed')
    const holder = uuidv7()
    const id = of.connectionId
    for (let waited = 0; waited <= LEASE; waited += POLL) {
      const { taken } = await acting(of).call(takeLease, { id, holder, until: now() + LEASE })
      const account = await readAccount(this.#context, of)
      const kept = account.secrets['access-token']
      const isFresh = kept && (kept.expiresAt ?? 0) - now() > EARLY
      const isLost = account.connection.state === 'needs-consent'
      if (taken && !isFresh && !isLost) return this.#refreshNow(of, holder, account)
      if (taken) await this.#release(of, holder)
      if (isFresh) return kept.value
      if (isLost) throw refuse('needs-consent')
      await wait(POLL)
    }
    throw refuse('refresh-failed')
  }

  async #refreshNow(of: AccessOf, holder: string, { connection, secrets }: OpenAccount): Promise<string> {
    const refreshToken = secrets['refresh-token']?.value
    const asked = this.#context.now()
    let tokens: Tokens
    try {
      if (refreshToken === undefined) throw new ConsentRefused()
      tokens = await this.#ask(connection.provider as ConsentProvider, refreshToken)
    } catch (cause) {
      await this.#release(of, holder)
      if (!(cause instanceof ConsentRefused)) {
        this.#backoff.failed(of.connectionId)
        throw refuse('refresh-failed')
      }
      await this.#noteLost(of, refreshToken)
      throw refuse('needs-consent')
    }
    await this.#context.acting(of).call(keepTokens, {
      id: of.connectionId,
      holder,
      accessToken: tokens.accessToken,
      accessExpiresAt: asked + tokens.expiresIn * 1000,
      ...(tokens.refreshToken !== null && { refreshToken: tokens.refreshToken }),
    })
    this.#backoff.worked(of.connectionId)
    return tokens.accessToken
  }

  async #ask(provider: ConsentProvider, refreshToken: string): Promise<Tokens> {
    const client = consentClient(this.#context.ports.registrations, provider)
    if (!client) throw refuse('refresh-failed')
    return client.refresh(refreshToken)
  }

  /** A refused token that was replaced meanwhile says nothing about the one that is kept now. */
  async #noteLost(of: AccessOf, refused: string | undefined): Promise<void> {
    const { secrets } = await readAccount(this.#context, of)
    if (secrets['refresh-token']?.value !== refused) throw refuse('refresh-failed')
    const reason = 'The provider takes the former consent no longer.'
    await this.#context.acting(of).call(noteRefused, { id: of.connectionId, reason, final: true })
  }

  async #release(of: AccessOf, holder: string): Promise<void> {
    await this.#context.acting(of).call(releaseLease, { id: of.connectionId, holder })
  }
}
