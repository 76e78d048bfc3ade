import type { QueryClient } from '@tanstack/react-query'
import { getConnection, setConnection, subscribe } from '#ui/data/connection.ts'

const PAUSE_MILLISECONDS = 3000

/** While nobody answers, asks again until somebody does; then every page reads what it shows anew. */
export function tryAgain(queries: QueryClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    const answered = await fetch('/health', { cache: 'no-store' }).then(
      (response) => response.ok,
      () => false,
    )
    timer = undefined
    if (getConnection() !== 'offline') return
    if (!answered) return wait()
    setConnection('polling')
    void queries.invalidateQueries()
  }
  const wait = () => {
    timer ??= setTimeout(() => void ask(), PAUSE_MILLISECONDS)
  }
  subscribe(() => {
    if (getConnection() === 'offline') wait()
  })
}
