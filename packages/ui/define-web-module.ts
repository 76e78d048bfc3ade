import type { ComponentType } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import type { Overlay } from './data/kept-answers.ts'
import type { KeyAction } from './keyboard/key-action.ts'

/** The accents of tokens.css. */
export type Accent = 'yellow' | 'green' | 'pink' | 'lilac' | 'orange' | 'red'

export type Icon = ComponentType<{ size?: string | number; 'aria-hidden'?: boolean | 'true' }>

/** A place in the rail, in the bottom bar on a phone, and in the palette. */
export interface NavEntry {
  label: string
  path: string
  icon?: Icon
  accent?: Accent
  /** The second key after `g` that goes there. */
  key?: string
  /** Low numbers come first. */
  order?: number
  /** A hook that gives the number beside the name. */
  useCount?: () => number | undefined
}

/** A page: its path as the router writes it (`/tasks/{-$id}`), and the file that exports it as `Page`. */
export interface WebRoute {
  path: string
  load: () => Promise<{ Page: ComponentType }>
  /** Without rail and bar, and without asking who is signed in. */
  bare?: boolean
}

/** Something the palette can do beside going to pages and calling operations. */
export interface PaletteEntry {
  label: string
  keywords?: string
  icon?: Icon
  path?: string
  run?: () => void
}

/** Saves one line of text from the bar on top, and says where it went. */
export interface Capture {
  label: string
  placeholder: string
  save: (text: string) => Promise<{ message: string; path: string }>
}

/** The parts of the settings, in the order they are listed. */
export const settingsGroups = ['You', 'Workspace', 'Programs', 'Server'] as const

/** A pane of the settings, at `/settings/<id>`. */
export interface SettingsPane {
  id: string
  label: string
  group: (typeof settingsGroups)[number]
  icon?: Icon
  /** Words the palette finds it by, beside its label. */
  keywords?: string
  order?: number
  /** A hook that says whether this person has a use for it; everybody has unless told. */
  useShown?: () => boolean
  load: () => Promise<{ Pane: ComponentType }>
}

/** All that a module brings to the web app. */
export interface WebModule {
  name: string
  nav?: NavEntry | NavEntry[]
  routes: WebRoute[]
  palette?: PaletteEntry[]
  /** What keys do on its pages. Going to its places is made of `nav`. */
  keys?: KeyAction[]
  settings?: SettingsPane[]
  capture?: Capture
  /** Something small in the bar on top, such as a bell; loaded after the page is there. */
  bar?: () => Promise<{ Bar: ComponentType }>
  /** A line below the bar that is there at all times when it has something to say. */
  banner?: () => Promise<{ Banner: ComponentType }>
  /** Something above every page that stays while one goes on to others, such as a letter being written. */
  layer?: () => Promise<{ Layer: ComponentType }>
  /** The queries whose last answers this browser keeps, so that they can be read while the server is away. */
  keeps?: readonly string[]
  /** What waits in this browser and lies over the answers of some queries, such as tasks that were added offline. */
  overlay?: { of: readonly string[]; load: () => Promise<{ overlay: Overlay }> }
  /** What is done beside the pages, once the first of them is there, for the person who is signed in. */
  background?: () => Promise<{ start: (queries: QueryClient) => () => void }>
  /** Something about a record of any module, shown below it, such as its history. */
  recordSection?: () => Promise<{ RecordSection: ComponentType<{ kind: string; id: string }> }>
  /** What can be made of a record of any module, shown beside it, such as a task that a message suggests. */
  recordOffer?: () => Promise<{ RecordOffer: ComponentType<{ kind: string; id: string }> }>
  /** Where a record found by search opens, by its kind. */
  records?: Record<string, (record: { id: string; parentId: string | null }) => string>
}

/** Declares a module's pages; the default export of its `web/index.ts`. */
export const defineWebModule = (module: WebModule): WebModule => module

/** The places of a module as a list. */
export function navOf(module: WebModule): NavEntry[] {
  return [module.nav ?? []].flat()
}
