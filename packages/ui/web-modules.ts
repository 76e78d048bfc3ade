import { createContext, useContext } from 'react'
import { navOf, type NavEntry, type WebModule } from './define-web-module.ts'

/** The modules of this app, in the order of the registry. */
export const WebModules = createContext<readonly WebModule[]>([])

export const useWebModules = (): readonly WebModule[] => useContext(WebModules)

/** The places of all modules, in their order. */
export function useNav(): NavEntry[] {
  return sortedNav(useWebModules())
}

export function sortedNav(modules: readonly WebModule[]): NavEntry[] {
  return modules.flatMap(navOf).sort((a, b) => (a.order ?? 100) - (b.order ?? 100))
}

/** Where a record of any module opens, or null where no module knows its kind. */
export function useRecordPath(): (record: { kind: string; id: string; parentId: string | null }) => string | null {
  const modules = useWebModules()
  return (record) => {
    for (const module of modules) {
      const path = module.records?.[record.kind]?.(record)
      if (path) return path
    }
    return null
  }
}
