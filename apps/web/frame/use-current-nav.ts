import { useRouterState } from '@tanstack/react-router'
import { useNav } from '#ui/web-modules.ts'

/** The places, each with whether it is the one on the screen. */
export function useCurrentNav() {
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  return useNav().map((entry) => ({
    entry,
    active: pathname === entry.path || pathname.startsWith(`${entry.path}/`),
  }))
}
