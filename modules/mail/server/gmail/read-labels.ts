import type { gmail_v1 } from '@googleapis/gmail'
import type { GmailClient } from './gmail-client.ts'
import { isOwn } from './label-names.ts'
import { UNITS } from './quota-costs.ts'

/** The labels that people made, by id. */
export async function readLabels(client: GmailClient): Promise<Record<string, string>> {
  const { labels } = await client.call<gmail_v1.Schema$ListLabelsResponse>('labels', {
    units: UNITS.listLabels,
    query: { fields: 'labels(id,name,type)' },
  })
  const made = (labels ?? []).flatMap(({ id, name, type }) =>
    id && name && type !== 'system' && !isOwn(id) ? [[id, name] as const] : [],
  )
  return Object.fromEntries(made.sort(([one], [other]) => (one < other ? -1 : 1)))
}
