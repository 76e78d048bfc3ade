import { navOf, type Icon, type WebModule } from '#ui/define-web-module.ts'
import { goAction } from '../keyboard/all-actions.ts'
import type { PaletteOperation } from './api-document.ts'

/** One line of the palette. */
export interface Entry {
  id: string
  group: 'Recent' | 'Pages' | 'Records' | 'Actions' | 'Operations'
  label: string
  hint?: string
  /** The action whose key does the same. */
  action?: string
  keywords: string
  icon?: Icon
  path?: string
  run?: () => void
  operation?: PaletteOperation
}

/** The pages and actions that the modules bring. */
export function moduleEntries(modules: readonly WebModule[]): Entry[] {
  const pages = modules.flatMap((module) =>
    navOf(module).map(({ label, path, icon, order }) => ({
      order: order ?? 100,
      entry: {
        id: `page ${path}`,
        group: 'Pages' as const,
        label,
        path,
        keywords: label.toLowerCase(),
        ...(icon && { icon }),
        action: goAction({ path }),
      },
    })),
  )
  const panes = modules.flatMap((module) =>
    (module.settings ?? []).map(({ id, label, keywords = '', icon }) => ({
      id: `pane ${id}`,
      group: 'Pages' as const,
      label: `Settings: ${label}`,
      path: `/settings/${id}`,
      keywords: `settings ${label} ${keywords}`.toLowerCase(),
      ...(icon && { icon }),
    })),
  )
  const actions = modules.flatMap((module) =>
    (module.palette ?? []).map(({ label, keywords = '', icon, path, run }) => ({
      id: `action ${module.name} ${label}`,
      group: 'Actions' as const,
      label,
      keywords: `${label} ${keywords}`.toLowerCase(),
      ...(icon && { icon }),
      ...(path && { path }),
      ...(run && { run }),
    })),
  )
  return [...pages.sort((a, b) => a.order - b.order).map(({ entry }) => entry), ...panes, ...actions]
}

/** Every operation of the server, by what it does and by its name. */
export function operationEntries(operations: readonly PaletteOperation[]): Entry[] {
  return operations.map((operation) => ({
    id: `operation ${operation.name}`,
    group: 'Operations',
    label: operation.summary,
    hint: operation.name,
    keywords: `${operation.summary} ${operation.name}`.toLowerCase(),
    operation,
  }))
}
