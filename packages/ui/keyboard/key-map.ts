import { useSyncExternalStore } from 'react'
import { sharedGroups, type KeyAction } from './key-action.ts'

/** An action with the key it has now; an empty text where it has none. */
export interface BoundAction extends KeyAction {
  /** The key before anybody chose another. */
  usual: string
}

export type KeyChoices = Readonly<Record<string, string>>

let declared: readonly KeyAction[] = []
let choices: KeyChoices = {}
let bound: readonly BoundAction[] = []
const listeners = new Set<() => void>()

/** Says which actions there are; once, when the modules are loaded. */
export function declareActions(actions: readonly KeyAction[]): void {
  declared = actions
  change()
}

/** Lays a person's own keys over the usual ones. */
export function chooseKeys(next: KeyChoices): void {
  choices = next
  change()
}

/** Every action with its key, in the order they were declared. */
export const boundActions = (): readonly BoundAction[] => bound

export function useBoundActions(): readonly BoundAction[] {
  return useSyncExternalStore(subscribe, boundActions)
}

/** The keys of one action, for tips; nothing where it has none or is not known. */
export function useKeysOf(name: string | undefined): string {
  const actions = useBoundActions()
  return (name !== undefined && actions.find((action) => action.name === name)?.keys) || ''
}

/** The actions that could not be told apart from this one if it had these keys. */
export function conflictsOf(actions: readonly BoundAction[], name: string, keys: string): BoundAction[] {
  const group = actions.find((action) => action.name === name)?.group
  return actions.filter(
    (other) => other.name !== name && other.keys !== '' && meet(other.group, group) && overlap(other.keys, keys),
  )
}

function meet(group: string, other: string | undefined): boolean {
  return group === other || [group, other].some((one) => sharedGroups.includes(one as never))
}

// A key that is also the first of two would never let the second be typed.
function overlap(keys: string, other: string): boolean {
  return keys === other || keys.startsWith(`${other} `) || other.startsWith(`${keys} `)
}

function change(): void {
  bound = declared.map((action) => ({
    ...action,
    usual: action.keys,
    keys: action.fixed ? action.keys : (choices[action.name] ?? action.keys),
  }))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
