import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { TaskFeed } from '../../contract/feeds.ts'
import type { FeedRow } from './tables.ts'

/** A row of feeds as the API shows it. */
export function toFeed({ id, name, created_at, read_at }: FeedRow): TaskFeed {
  return { id, name, createdAt: toInstant(created_at), readAt: toInstantOrNull(read_at) }
}
