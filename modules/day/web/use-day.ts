import { useQueryClient } from '@tanstack/react-query'
import type { Rhythm } from '#modules/day/contract.ts'
import { listSettings } from '#kernel/builtin/contract.ts'
import type { AnyCall } from '#client/client.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { isOn } from '#ui/data/use-games-and-prompts.ts'
import { useCommand, useOperation } from '#ui/data/use-operation.ts'
import { showProblem } from '#ui/toasts.ts'
import { browserZone } from './words.ts'

// The name and the default of the setting in the contract, written out so that they can be read at once.
const RHYTHM = 'day.rhythm'
const usual: Rhythm = { zone: null, morningFrom: '06:00', morningTo: '11:00', eveningFrom: '17:00', eveningTo: '23:00' }

export interface DaySettings {
  /** Whether it is known what this person chose; else it is the usual. */
  known: boolean
  zone: string
  rhythm: Rhythm
  games: boolean
}

/** The person's time zone, the times of their day, and whether game elements and prompts are shown. */
export function useDaySettings(): DaySettings {
  const settings = useOperation(listSettings, {})
  const valueOf = (name: string) => settings.data?.items.find((item) => item.name === name)?.value
  const rhythm = (valueOf(RHYTHM) as Rhythm | undefined) ?? usual
  return {
    known: !settings.isPending,
    zone: rhythm.zone ?? browserZone,
    rhythm,
    games: isOn(settings.data?.items ?? []),
  }
}

/** Reads everything of the day anew, and of tasks. */
export function useRefreshDay(): () => void {
  const cache = useQueryClient()
  return () => void refreshModules(cache, ['day', 'tasks']).catch(showProblem)
}

/** A command after which the day is read anew. */
export function useDayCommand<Call, Output>(
  operation: AnyCall<Call, Output>,
  onSuccess?: (output: Output, input: Call) => void,
) {
  const refresh = useRefreshDay()
  return useCommand(operation, {
    onSuccess: (output, input) => {
      refresh()
      onSuccess?.(output, input)
    },
  })
}
