import { useSearch } from '@tanstack/react-router'

/** What the provider's page ended with, when somebody comes back from it. */
export function ConsentReturn() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  return search.problem ? <p role="alert">{search.problem}</p> : null
}
