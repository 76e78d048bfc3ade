import { useMemo, useState } from 'react'
import { useInfiniteQuery, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import type { AnyCall } from '#client/client.ts'
import type { ProblemError } from '#client/problem-error.ts'
import { api } from './api.ts'
import { askOrKept } from './kept-answers.ts'
import { PageJoiner, type Page } from './page-joiner.ts'
import { operationKey } from './use-operation.ts'

export type { Page }

type Pages<Item> = InfiniteData<Page<Item>, string | null>

/** A list behind cursors, read page after page as it is scrolled. */
export interface CursorList<Item> {
  items: Item[]
  loading: boolean
  error: ProblemError | null
  hasMore: boolean
  loadingMore: boolean
  loadMore: () => void
  retry: () => void
}

// The first page is on the screen soon; who scrolls on gets more at a time.
const FIRST_PAGE = 100
const NEXT_PAGE = 200

/** Follows a list operation by its cursors. Its pages stay as they are until `refreshList` or `patchList` says so. */
export function useCursorList<Item>(
  operation: AnyCall<any, Page<Item>>,
  input: Record<string, unknown>,
  options: { enabled?: boolean } = {},
): CursorList<Item> {
  const query = useInfiniteQuery<Page<Item>, ProblemError, Pages<Item>, unknown[], string | null>({
    queryKey: [...operationKey(operation, input), 'pages'],
    queryFn: ({ pageParam, signal }) => {
      const call = { ...input, ...toPage(pageParam) }
      return askOrKept(operation.name, call, () => api.call(operation, call, { signal }))
    },
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    // Comparing and reading again thousands of rows is what makes long lists stutter.
    structuralSharing: false,
    meta: { list: operation },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    ...options,
  })
  const pages = query.data?.pages
  const [joiner] = useState(() => new PageJoiner<Item>())
  const items = useMemo(() => joiner.join(pages ?? []), [joiner, pages])
  return {
    items,
    loading: query.isPending && query.fetchStatus !== 'idle',
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    retry: () => void (pages ? query.fetchNextPage() : query.refetch()),
  }
}

/** Changes the rows of every cached list of an operation; null takes a row out. Gives a function that puts all back. */
export function patchList<Item>(
  cache: QueryClient,
  operation: AnyCall<any, Page<Item>>,
  patch: (item: Item, input: Record<string, unknown>) => Item | null,
): () => void {
  const before = cache.getQueriesData<Pages<Item>>({ queryKey: operationKey(operation) })
  for (const [key, data] of before) {
    if (!data?.pages) continue
    const input = key[1] as Record<string, unknown>
    cache.setQueryData<Pages<Item>>(key, { ...data, pages: data.pages.map((page) => patchPage(page, patch, input)) })
  }
  return () => {
    for (const [key, data] of before) cache.setQueryData(key, data)
  }
}

/** Reads the first page again and lays it over what is there, so that nobody loses the place they scrolled to. */
export async function refreshList<Item extends { id: string }>(
  cache: QueryClient,
  operation: AnyCall<any, Page<Item>>,
): Promise<void> {
  const lists = cache.getQueriesData<Pages<Item>>({ queryKey: operationKey(operation) })
  await Promise.all(
    lists.map(async ([key, data]) => {
      if (!data?.pages?.length) return cache.invalidateQueries({ queryKey: key })
      if (!cache.getQueryCache().find({ queryKey: key })?.isActive())
        return cache.removeQueries({ queryKey: key, exact: true })
      const call = { ...(key[1] as object), limit: FIRST_PAGE }
      const first = await askOrKept(operation.name, call, () => api.call(operation, call))
      cache.setQueryData<Pages<Item>>(key, (now) => now && layOver(now, first))
    }),
  )
}

// The new first page replaces all old rows it spans; where nothing overlaps, the list begins anew.
function layOver<Item extends { id: string }>(data: Pages<Item>, first: Page<Item>): Pages<Item> {
  const anew = { pages: [first], pageParams: [null] }
  const last = first.items.at(-1)
  if (!last || first.next === null) return anew
  const rows = data.pages.flatMap((page) => page.items)
  const end = rows.findIndex((row) => row.id === last.id)
  if (end < 0) return anew
  const fresh = new Set(first.items.map((item) => item.id))
  const rest = rows.slice(end + 1).filter((row) => !fresh.has(row.id))
  const next = data.pages.at(-1)!.next
  return {
    pages: [{ items: [...first.items, ...rest], next: rest.length > 0 ? next : first.next }],
    pageParams: [null],
  }
}

function patchPage<Item>(
  page: Page<Item>,
  patch: (item: Item, input: Record<string, unknown>) => Item | null,
  input: Record<string, unknown>,
): Page<Item> {
  let changed = false
  const items: Item[] = []
  for (const item of page.items) {
    const result = patch(item, input)
    if (result !== item) changed = true
    if (result !== null) items.push(result)
  }
  return changed ? { ...page, items } : page
}

function toPage(cursor: string | null): { limit: number; cursor?: string } {
  return cursor === null ? { limit: FIRST_PAGE } : { limit: NEXT_PAGE, cursor }
}
