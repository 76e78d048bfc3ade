import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/** Goes to a page in another workspace or as another person: nothing read before belongs there. */
export function useMove(): (path: string) => void {
  const cache = useQueryClient()
  const navigate = useNavigate()
  return (path) => {
    cache.clear()
    void navigate({ href: path, replace: true })
  }
}
