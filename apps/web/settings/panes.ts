import { settingsGroups, type SettingsPane } from '#ui/define-web-module.ts'
import { useWebModules } from '#ui/web-modules.ts'

/** The panes of all modules, by group and then by their order. */
export function usePanes(): SettingsPane[] {
  // The modules never change, so that these hooks are always the same ones.
  const shown = useWebModules()
    .flatMap((module) => module.settings ?? [])
    .filter((pane) => pane.useShown?.() ?? true)
  return shown.sort((a, b) => groupOf(a) - groupOf(b) || (a.order ?? 100) - (b.order ?? 100))
}

function groupOf({ group }: SettingsPane): number {
  return settingsGroups.indexOf(group)
}
