import { useSyncExternalStore } from 'react'

/** How this browser shows Daybook; it never leaves the browser. */
export interface Preferences {
  theme: 'auto' | 'light' | 'dark'
  calm: boolean
  density: 'comfortable' | 'compact'
  /** Only what one needs: no pictures, previews, counts or hints. */
  less: boolean
  /** Shortcuts of one plain key, which get in the way of speech input (WCAG 2.1.4). */
  singleKeys: boolean
  mailBody: 'html' | 'text'
}

const KEY = 'daybook.preferences'
const defaults: Preferences = {
  theme: 'auto',
  calm: false,
  density: 'comfortable',
  less: false,
  singleKeys: true,
  mailBody: 'html',
}
const listeners = new Set<() => void>()
const darkScheme = globalThis.matchMedia?.('(prefers-color-scheme: dark)')
let current = load()

/** The preferences of this browser, and the component that reads them follows each change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current)
}

export const getPreferences = (): Preferences => current

/** Changes some preferences, keeps them and shows them at once. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // A browser that keeps nothing still shows the change until the page is closed.
  }
  showPreferences()
  for (const listener of listeners) listener()
}

/** Writes the preferences onto the document, where the tokens read them. */
export function showPreferences(): void {
  const { dataset } = document.documentElement
  const dark = current.theme === 'dark' || (current.theme === 'auto' && darkScheme?.matches)
  dataset.theme = current.theme
  dataset.scheme = dark ? 'dark' : 'light'
  dataset.density = current.density
  toggle('calm', current.calm)
  toggle('less', current.less)
}

function toggle(name: 'calm' | 'less', on: boolean): void {
  if (on) document.documentElement.dataset[name] = ''
  else delete document.documentElement.dataset[name]
}

darkScheme?.addEventListener('change', showPreferences)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function load(): Preferences {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) }
  } catch {
    // Kept text that is not ours to read counts as none.
    return defaults
  }
}
