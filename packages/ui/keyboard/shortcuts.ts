import { getPreferences } from '../preferences.ts'

/** A key, or two one after the other (`g i`), and what they do. */
export interface Shortcut {
  keys: string
  label: string
  group: string
  run: () => void
  /** Works with `Ctrl` or `Cmd` held, also inside a field. */
  command?: boolean
  /** The browser does it already; it only stands in the list of keys. */
  onlyShown?: boolean
}

const layers: (readonly Shortcut[])[] = []
let first: { key: string; at: number } | null = null

/** Puts shortcuts on top of those that are there; gives a function that takes them away. */
export function addShortcuts(shortcuts: readonly Shortcut[]): () => void {
  layers.push(shortcuts)
  return () => void layers.splice(layers.indexOf(shortcuts), 1)
}

/** All shortcuts of what is on the screen, the newest layer last. */
export function currentShortcuts(): Shortcut[] {
  return layers.flat()
}

/** Listens for the whole page. */
export function startKeyboard(): void {
  document.addEventListener('keydown', onKeyDown)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const command = event.ctrlKey || event.metaKey
  if (!command && (isField(event.target) || !getPreferences().singleKeys || insideOverlay(event.target))) return
  const shortcut = match(event.key, command)
  if (!shortcut) return
  event.preventDefault()
  shortcut.run()
}

function match(key: string, command: boolean): Shortcut | undefined {
  const before = first && performance.now() - first.at < 1200 ? first.key : null
  first = null
  const all = layers
    .flat()
    .filter((shortcut) => !shortcut.onlyShown)
    .reverse()
  const find = (keys: string) => all.find((shortcut) => shortcut.keys === keys && Boolean(shortcut.command) === command)
  const found = (before && find(`${before} ${key}`)) || find(key)
  if (!found && all.some((shortcut) => shortcut.keys.startsWith(`${key} `))) first = { key, at: performance.now() }
  return found
}

// Fields in which nothing is written leave the keys alone.
const wordless = '[type="checkbox"], [type="radio"], [type="file"]'

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(`input:not(${wordless}), textarea, select, [contenteditable]`)
}

// Inside a dialog or an open menu the keys are theirs.
function insideOverlay(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') !== null
}
