import { settingsGroups, type SettingsPane } from '#ui/define-web-module.ts'
import { useWebModules } from '#ui/web-modules.ts'

/** The panes of all modules, by group and then by their order. */
export function usePanes(): SettingsPane[] {
  return useWebModules()
    .flatMap((module) => module.settings ?? [])
    .sort((a, b) => groupOf(a) - groupOf(b) || (a.order ?? 100) - (b.order ?? 100))
}

function groupOf({ group }: SettingsPane): number {
  return settingsGroups.indexOf(group)
}
