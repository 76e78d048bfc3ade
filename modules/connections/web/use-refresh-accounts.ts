import { useQueryClient } from '@tanstack/react-query'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { showProblem } from '#ui/toasts.ts'

/** Reads anew what is shown of accounts and of their mail. */
export function useRefreshAccounts(): () => void {
  const cache = useQueryClient()
  return () => void refreshModules(cache, ['connections', 'mail']).catch(showProblem)
}
