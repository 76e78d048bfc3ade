import type { RecordRef } from '#contract/schema.ts'
import { listLinks } from '#kernel/builtin/contract.ts'
import type { TestApp } from '#testing/test-app.ts'

/** The records that one is linked with, as `kind id`. */
export async function linksOf(app: TestApp, record: RecordRef): Promise<string[]> {
  const { items } = await app.call(listLinks, record)
  return items.map((link) => `${link.record.kind} ${link.record.id}`)
}
