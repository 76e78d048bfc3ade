import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listSettings, updateSetting } from '#kernel/builtin/contract.ts'
import { showProblem } from '../toasts.ts'
import { api } from './api.ts'
import { operationKey } from './use-operation.ts'

/**
 * A setting that is on or off: shown as asked at once, and as the server keeps it when that refuses. The answer of
 * `choose` is whether it was kept; a refusal is told in a toast.
 */
export function useSwitchedSetting(
  name: string,
  kept: boolean,
): { on: boolean; choose: (on: boolean) => Promise<boolean> } {
  const cache = useQueryClient()
  const [asked, setAsked] = useState<boolean>()
  const choose = async (value: boolean) => {
    setAsked(value)
    const saved = await api.call(updateSetting, { name, value }).then(
      () => true,
      (error: unknown) => (showProblem(error), false),
    )
    await cache.invalidateQueries({ queryKey: operationKey(listSettings) })
    setAsked((latest) => (latest === value ? undefined : latest))
    return saved
  }
  return { on: asked ?? kept, choose }
}
