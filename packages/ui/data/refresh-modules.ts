import type { Query, QueryClient } from '@tanstack/react-query'
import { refreshList, type Page } from './use-cursor-list.ts'
import type { AnyCall } from '#client/client.ts'

/** Reads anew what is kept of some modules: lists by their first page, so that nobody loses the place they scrolled to. */
export async function refreshModules(cache: QueryClient, modules: readonly string[]): Promise<void> {
  const kept = cache.getQueryCache().findAll()
  const touched = kept.filter((query) => modules.includes(moduleOf(query)))
  const lists = new Set(touched.flatMap((query) => (query.meta?.list ? [query.meta.list] : [])))
  const others = touched.filter((query) => !query.meta?.list)
  // What reaches across modules is stale now, and read when it is looked at again.
  const across = kept.filter((query) => acrossModules.includes(moduleOf(query)) && !touched.includes(query))
  await Promise.all([
    ...[...lists].map((operation) => refreshList(cache, operation as AnyCall<any, Page<{ id: string }>>)),
    ...others.map((query) => cache.invalidateQueries({ queryKey: query.queryKey, exact: true })),
    ...across.map((query) =>
      cache.invalidateQueries({
        queryKey: query.queryKey,
        exact: true,
        refetchType: shown(query) ? 'active' : 'none',
      }),
    ),
  ])
}

const acrossModules = ['search', 'links', 'activity', 'day']

/** What stands beside others on a page is read at once. */
const shown = (query: Query): boolean => ['links', 'day'].includes(moduleOf(query))

function moduleOf({ queryKey }: Query): string {
  return String(queryKey[0]).split('.')[0]!
}
