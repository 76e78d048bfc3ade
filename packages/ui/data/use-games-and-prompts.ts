import { listSettings } from '#kernel/builtin/contract.ts'
import { useOperation } from './use-operation.ts'

/** The one switch of all game elements and prompts, as module day declares it. */
export const gamesAndPrompts = 'day.games-and-prompts'

/**
 * Whether this person wants game elements and prompts. No until it is known, so that nothing is asked of somebody who
 * wanted no questions.
 */
export function useGamesAndPrompts(): boolean {
  const settings = useOperation(listSettings, {})
  return settings.data !== undefined && isOn(settings.data.items)
}

/** What the settings say of it; on unless somebody switched it off. */
export function isOn(settings: readonly { name: string; value: unknown }[]): boolean {
  return settings.find(({ name }) => name === gamesAndPrompts)?.value !== false
}
