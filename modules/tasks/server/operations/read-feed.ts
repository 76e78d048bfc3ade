import { hash } from 'node:crypto'
import { endpoint } from '#kernel/handlers.ts'
import { readFeed } from '../../contract/feeds.ts'
import { hashOfSecret } from '../feeds/feed-secret.ts'
import { findFeed, noteFeedRead, readFeedTasks } from '../feeds/internal.ts'

export default endpoint(readFeed, async ({ request, callAsSystem, fail, now }, { secret }) => {
  const { feed } = await callAsSystem(findFeed, { hash: hashOfSecret(secret) })
  if (!feed) return fail('feed-not-found')
  const { userId, workspaceId } = feed
  const { tasks } = await callAsSystem(readFeedTasks, { userId }, { userId, workspaceId })
  if (!tasks) return fail('feed-not-found')
  if (feed.isStale) await callAsSystem(noteFeedRead, { id: feed.id }, { userId, workspaceId })

  // Loaded with the first calendar that asks: a start needs it not.
  const { toCalendar } = await import('../feeds/to-calendar.ts')
  const calendar = toCalendar({ name: feed.name, tasks, now: now() })
  const etag = `"${hash('sha256', calendar, 'hex')}"`
  const headers = { etag, 'cache-control': 'private, no-cache' }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  return new Response(calendar, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="tasks.ics"',
    },
  })
})
