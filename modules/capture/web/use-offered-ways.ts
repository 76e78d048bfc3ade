import type { CaptureWay } from '#modules/capture/contract.ts'
import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { ways } from './words.ts'

/** The ways of reading to choose from: whoever wants no prompts is not offered to be asked. `taken` stays among them. */
export function useOfferedWays(taken?: CaptureWay): typeof ways {
  const prompts = useGamesAndPrompts()
  return prompts ? ways : ways.filter(({ way }) => way !== 'clarify' || way === taken)
}
