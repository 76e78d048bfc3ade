import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { listSettings, updateSetting } from '#kernel/builtin/contract.ts'
import { showProblem } from '../toasts.ts'
import { api } from './api.ts'
import { operationKey } from './use-operation.ts'

type Value = z.input<typeof updateSetting.input>['value']

/** Keeps a setting and reads them all again. The answer is whether it was kept; a refusal is told in a toast. */
export function useSaveSetting(): (name: string, value: Value) => Promise<boolean> {
  const cache = useQueryClient()
  return async (name, value) => {
    const saved = await api.call(updateSetting, { name, value }).then(
      () => true,
      (error: unknown) => (showProblem(error), false),
    )
    await cache.invalidateQueries({ queryKey: operationKey(listSettings) })
    return saved
  }
}
