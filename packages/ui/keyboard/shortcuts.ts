import { getPreferences } from '../preferences.ts'
import { boundActions } from './key-map.ts'
import { sharedGroups } from './key-action.ts'
import { readKey } from './read-key.ts'

/** What actions do now, by their names. */
export type KeyHandlers = Readonly<Record<string, () => void>>

const layers: KeyHandlers[] = []
let first: { key: string; at: number } | null = null
let taker: ((key: string) => void) | null = null

/** Milliseconds within which the second of two keys must follow. */
export const SEQUENCE_MILLISECONDS = 1200

/** Puts handlers on top of those that are there; gives a function that takes them away. */
export function addHandlers(handlers: KeyHandlers): () => void {
  layers.push(handlers)
  return () => void layers.splice(layers.indexOf(handlers), 1)
}

/** The names of the actions that work on what is on the screen. */
export function workingActions(): Set<string> {
  return new Set(layers.flatMap((layer) => Object.keys(layer)))
}

/** Gives every key to somebody who is choosing one, until the function it gives is called. */
export function takeKeys(take: (key: string) => void): () => void {
  taker = take
  return () => {
    if (taker === take) taker = null
  }
}

/** Listens for the whole page; before anything on it, while somebody chooses a key. */
export function startKeyboard(): void {
  document.addEventListener('keydown', giveToTaker, { capture: true })
  document.addEventListener('keydown', onKeyDown)
}

function giveToTaker(event: KeyboardEvent): void {
  if (!taker || event.isComposing || ofControls.has(event.key)) return
  const key = readKey(event)
  if (key === null) return
  event.preventDefault()
  event.stopImmediatePropagation()
  taker(key)
}

// These walk to a button and press it, also the one that ends the choosing.
const ofControls = new Set(['Tab', 'Enter', ' '])

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const key = readKey(event)
  if (key === null) return
  const plain = !key.startsWith('Mod+')
  if (plain && (isField(event.target) || !getPreferences().singleKeys || insideOverlay(event.target))) return
  const run = match(key)
  if (!run) return
  event.preventDefault()
  run()
}

function match(key: string): (() => void) | undefined {
  const before = first && performance.now() - first.at < SEQUENCE_MILLISECONDS ? first.key : null
  first = null
  const run = (before !== null && handlerOf(`${before} ${key}`)) || handlerOf(key)
  if (run) return run
  if (boundActions().some(({ keys }) => keys.startsWith(`${key} `))) first = { key, at: performance.now() }
  return undefined
}

// What a page does with a key goes before what the key does everywhere; among equals the newest layer wins.
function handlerOf(keys: string): (() => void) | undefined {
  const actions = boundActions().filter((action) => action.keys === keys)
  const [everywhere, here] = [actions.filter(isShared), actions.filter((action) => !isShared(action))]
  for (const some of [here, everywhere])
    for (const layer of layers.toReversed()) for (const { name } of some) if (layer[name]) return layer[name]
  return undefined
}

const isShared = ({ group }: { group: string }): boolean => sharedGroups.includes(group as never)

// Fields in which nothing is written leave the keys alone.
const wordless = '[type="checkbox"], [type="radio"], [type="file"]'

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(`input:not(${wordless}), textarea, select, [contenteditable]`)
}

// Inside a dialog or an open menu the keys are theirs.
function insideOverlay(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') !== null
}
