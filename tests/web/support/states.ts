import type { Page, Route } from 'playwright-core'

/** What a page is shown: real data, lists without anything, an answer that never comes, an answer that is a failure. */
export type PageState = 'data' | 'empty' | 'loading' | 'failing'

/** The request id of every failure made here. */
export const REQUEST_ID = 'request-of-the-test'

const failure = {
  type: 'about:blank',
  title: 'Database refused',
  status: 500,
  detail: 'The database refused, nothing was saved',
  code: 'database-failed',
  kind: 'database',
  remedy: 'Run "daybook verify"; the log has the cause.',
  retryable: false,
  requestId: REQUEST_ID,
}

/** Puts all calls of a page into a state from now on; the function it gives changes the state. */
export async function controlState(page: Page): Promise<(state: PageState) => void> {
  let state: PageState = 'data'
  await page.route('**/api/v1/**', (route) => handlers[state](route))
  return (next) => {
    state = next
  }
}

const handlers: Record<PageState, (route: Route) => Promise<void>> = {
  data: (route) => route.continue(),
  // Left hanging until the page goes away.
  loading: async () => undefined,
  failing: (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(failure) }),
  empty: async (route) => {
    const response = await route.fetch()
    const body = (await response.json()) as { items?: unknown[] }
    await route.fulfill({ response, json: body.items ? { ...body, items: [], next: null } : body })
  },
}
