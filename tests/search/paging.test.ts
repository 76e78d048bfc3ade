import { expect, it } from 'vitest'
import { find, type SearchHit } from '#modules/search/contract.ts'
import { createTask } from '#modules/tasks/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { openWithMail } from './search-app.ts'

const mails = Array.from({ length: 47 }, (_, n) => ({
  subject: `Mail ${n}`,
  id: `p${n}`,
  body: 'apples',
  // Many of one second: their order is of no meaning, but it must be one.
  date: new Date(Date.UTC(2026, 2, 2, 10, Math.floor(n / 10), 0)).toUTCString(),
}))

async function pages(app: TestApp, q: string, limit: number): Promise<SearchHit[]> {
  const all: SearchHit[] = []
  let cursor: string | null = null
  do {
    const page: { items: SearchHit[]; next: string | null } = await app.call(find, {
      q,
      limit,
      snippets: false,
      ...(cursor && { cursor }),
    })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    all.push(...page.items)
    cursor = page.next
  } while (cursor)
  return all
}

it.each(['apples', '', 'is:unread', 'sort:date', 'apples sort:date', 'apples OR is:starred', '-pears'])(
  'pages through %j without gap or repeat',
  async (q) => {
    await using app = await openWithMail(mails)
    const whole = (await app.call(find, { q, limit: 200, snippets: false })).items
    expect(whole).toHaveLength(47)
    const dates = whole.map(({ date }) => date)
    expect(dates).toEqual(q.includes('sort:date') ? dates.toSorted() : dates.toSorted().reverse())
    for (const limit of [1, 7, 46, 47, 48])
      expect((await pages(app, q, limit)).map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
  },
)

it('lists tasks of one second newest first', async () => {
  let now = Date.UTC(2026, 5, 1, 12, 0, 0, 100)
  const { openSearchedApp } = await import('../mail/mail-app.ts')
  await using app = await openSearchedApp({ clock: () => (now += 5) })
  for (const title of ['first', 'second', 'third']) await app.call(createTask, { title })
  await app.settle()
  expect((await app.call(find, { q: 'type:task' })).items.map(({ title }) => title)).toEqual([
    'third',
    'second',
    'first',
  ])
})
