import type { QueryClient } from '@tanstack/react-query'
import { connect } from '#client/connect.ts'
import { getConnection, setConnection, subscribe } from '#ui/data/connection.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'

/** Soon enough to seem at once, late enough that what happens together is read together. */
const GATHER_MILLISECONDS = 150
/** While much happens, such as an import, pages are read anew this often. */
const BUSY_MILLISECONDS = 1500

/** Follows what happens and has the pages read anew what it touches; gives a function that ends it. */
export function followEvents(queries: QueryClient): () => void {
  const connection = connect({ baseUrl: '' })
  const touched = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let refreshedAt = 0

  const refresh = () => {
    timer = undefined
    refreshedAt = performance.now()
    const modules = [...touched]
    touched.clear()
    // What cannot be read now is told by the page that shows it.
    void refreshModules(queries, modules).catch(() => undefined)
  }
  const touch = (type: string) => {
    touched.add(type.slice(0, type.indexOf('.')))
    const pause = performance.now() - refreshedAt < BUSY_MILLISECONDS ? BUSY_MILLISECONDS : GATHER_MILLISECONDS
    timer ??= setTimeout(refresh, pause)
  }

  connection.subscribe({
    onEvent: ({ event }) => touch(event.type),
    onReset: () => void queries.invalidateQueries(),
  })
  const endStates = connection.onState((state) => {
    if (state === 'open') {
      // A page that could not be read while nobody answered is read now.
      if (getConnection() === 'offline') void queries.invalidateQueries()
      setConnection('live')
    }
    if (state === 'waiting') void lose()
  })
  const endReach = subscribe(() => {
    if (getConnection() === 'polling') connection.wake()
  })
  const wake = () => connection.wake()
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)

  return () => {
    clearTimeout(timer)
    endStates()
    endReach()
    removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wake)
    connection.close()
    if (getConnection() === 'live') setConnection('polling')
  }
}

// Something on the way may refuse sockets alone; only where nothing is answered is one offline.
async function lose(): Promise<void> {
  if (getConnection() === 'live') setConnection('polling')
  const answered = await fetch('/health', { cache: 'no-store' }).then(
    () => true,
    () => false,
  )
  if (!answered) setConnection('offline')
}
