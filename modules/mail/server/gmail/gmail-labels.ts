import type { gmail_v1 } from '@googleapis/gmail'
import { boxOfPath } from './boxes.ts'
import type { GmailClient } from './gmail-client.ts'
import { ownLabel } from './label-names.ts'
import { UNITS } from './quota-costs.ts'
import { readLabels } from './read-labels.ts'

/** The labels of an account, by the names that a server of mail has for them. */
export class GmailLabels {
  readonly #client: GmailClient

  constructor(client: GmailClient) {
    this.#client = client
  }

  /** Ids of labels by the names that IMAP has for them. */
  async idsOf(names: readonly string[], { make }: { make: boolean }): Promise<string[]> {
    const ids: string[] = []
    let own: Record<string, string> | null = null
    for (const name of names) {
      const gmails = ownLabel(name)
      if (gmails !== null) {
        ids.push(gmails)
        continue
      }
      own ??= await readLabels(this.#client)
      const known = Object.entries(own).find(([, each]) => each.toLowerCase() === name.toLowerCase())?.[0]
      if (known !== undefined) ids.push(known)
      else if (make) ids.push(await this.#make(name))
    }
    return ids
  }

  async #make(name: string): Promise<string> {
    const body = { name, labelListVisibility: 'labelShow', messageListVisibility: 'show' }
    const call = { units: UNITS.createLabel, method: 'POST', body, urgent: true } as const
    const { id } = await this.#client.call<gmail_v1.Schema$Label>('labels', call)
    if (!id) throw new Error('Gmail names no label')
    return id
  }

  /** The labels that lying at a path means; none for all mail, spam and trash. */
  async ofPath(path: string): Promise<string[]> {
    if (boxOfPath(path) !== null || path.toUpperCase() === 'ARCHIVE') return []
    return this.idsOf([path], { make: true })
  }
}
