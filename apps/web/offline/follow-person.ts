import type { QueryClient } from '@tanstack/react-query'
import { getMe, type Me } from '#modules/identity/contract.ts'
import type { WebModule } from '#ui/define-web-module.ts'
import { setShelfOwner } from '#ui/data/shelf.ts'
import { operationKey } from '#ui/data/use-operation.ts'

/** Pages come first. */
const QUIET_MILLISECONDS = 4000

/** Begins what modules do beside their pages for whoever is signed in, and anew when it is somebody else. */
export function followPerson(modules: readonly WebModule[], queries: QueryClient): void {
  let current = ''
  let ends: (() => void)[] = []
  const look = () => {
    const me = queries.getQueryData<Me>(operationKey(getMe, {}))
    const person = me ? `${me.workspace.id} ${me.user.id}` : ''
    if (person === current) return
    current = person
    for (const end of ends) end()
    ends = []
    if (!me) return
    // What an administrator sees in another's name stays out of this browser.
    if (me.impersonatedBy) return setShelfOwner('')
    setShelfOwner(person)
    const begin = () => {
      for (const { background } of modules) void background?.().then(({ start }) => ends.push(start(queries)))
    }
    const timer = setTimeout(begin, QUIET_MILLISECONDS)
    ends.push(() => clearTimeout(timer))
  }
  queries.getQueryCache().subscribe(look)
  look()
}
