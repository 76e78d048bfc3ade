import { ErrorState } from '#ui/error-state.tsx'

/** What stands where a page broke; the frame around it goes on working. */
export function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  // A page whose files were replaced by a newer version cannot be tried again in place.
  const stale = error instanceof TypeError && /import|module/i.test(error.message)
  return <ErrorState error={error} retry={stale ? () => location.reload() : reset} />
}
