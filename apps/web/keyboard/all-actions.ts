import { navOf, type NavEntry, type WebModule } from '#ui/define-web-module.ts'
import { listActions, type KeyAction } from '#ui/keyboard/key-action.ts'

const frameActions: KeyAction[] = [
  { name: 'shell.palette', label: 'Open the palette', group: 'Everywhere', keys: 'Mod+k', fixed: true },
  { name: 'shell.keys', label: 'Show these keys', group: 'Everywhere', keys: '?' },
  { name: 'shell.search', label: 'Search', group: 'Everywhere', keys: '/' },
  { name: 'shell.capture', label: 'Capture a task', group: 'Everywhere', keys: 'c' },
  { name: 'shell.undo', label: 'Undo the last change', group: 'Everywhere', keys: 'z' },
]

/** Everything that a key can do: in the frame, between places, in lists, and what the modules bring. */
export function allActions(modules: readonly WebModule[]): KeyAction[] {
  const places = modules.flatMap(navOf).map((entry) => ({
    name: goAction(entry),
    label: `Go to ${entry.label}`,
    group: 'Go to',
    keys: entry.key ? `g ${entry.key}` : '',
  }))
  return [...frameActions, ...places, ...listActions, ...modules.flatMap((module) => module.keys ?? [])]
}

/** The name of the action that goes to a place: `go.inbox`. */
export function goAction({ path }: Pick<NavEntry, 'path'>): string {
  return `go.${path.slice(1)}`
}
