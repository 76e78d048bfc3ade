import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { wantedPath } from '../where-to.ts'

/** Goes on to where one wanted to go, with nothing left of whoever was here before. */
export function useArrival(): () => void {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  return () => {
    cache.clear()
    void navigate({ href: wantedPath(search), replace: true })
  }
}
