import { navOf, type Icon, type WebModule } from '#ui/define-web-module.ts'
import type { PaletteOperation } from './api-document.ts'

/** One line of the palette. */
export interface Entry {
  id: string
  group: 'Pages' | 'Records' | 'Actions' | 'Operations'
  label: string
  hint?: string
  keywords: string
  icon?: Icon
  path?: string
  run?: () => void
  operation?: PaletteOperation
}

const OPERATIONS_SHOWN = 8

/** The lines that fit what is typed; all pages and actions while nothing is. */
export function matchEntries(entries: readonly Entry[], text: string): Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries.filter((entry) => entry.group !== 'Operations')
  const found = entries.filter((entry) => words.every((word) => entry.keywords.includes(word)))
  const operations = found
    .filter((entry) => entry.group === 'Operations')
    .sort((a, b) => nameFit(b, words) - nameFit(a, words))
    .slice(0, OPERATIONS_SHOWN)
  return [...found.filter((entry) => entry.group !== 'Operations'), ...operations]
}

// Who types the name of an operation means that one, not the longer ones that begin like it.
function nameFit({ operation }: Entry, words: string[]): number {
  return words.includes(operation!.name) ? 1 : 0
}

/** The pages and actions that the modules bring. */
export function moduleEntries(modules: readonly WebModule[]): Entry[] {
  const pages = modules.flatMap((module) =>
    navOf(module).map(({ label, path, icon, key, order }) => ({
      order: order ?? 100,
      entry: {
        id: `page ${path}`,
        group: 'Pages' as const,
        label,
        path,
        keywords: label.toLowerCase(),
        ...(icon && { icon }),
        ...(key && { hint: `g ${key}` }),
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
    (module.palette ?? []).map(({ label, keywords = '', path, run }) => ({
      id: `action ${module.name} ${label}`,
      group: 'Actions' as const,
      label,
      keywords: `${label} ${keywords}`.toLowerCase(),
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
