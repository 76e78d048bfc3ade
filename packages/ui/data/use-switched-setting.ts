import { useState } from 'react'
import { useSaveSetting } from './use-save-setting.ts'

/**
 * A setting that is on or off: shown as asked at once, and as the server keeps it when that refuses. The answer of
 * `choose` is whether it was kept; a refusal is told in a toast.
 */
export function useSwitchedSetting(
  name: string,
  kept: boolean,
): { on: boolean; choose: (on: boolean) => Promise<boolean> } {
  const save = useSaveSetting()
  const [asked, setAsked] = useState<boolean>()
  const choose = async (value: boolean) => {
    setAsked(value)
    const saved = await save(name, value)
    setAsked((latest) => (latest === value ? undefined : latest))
    return saved
  }
  return { on: asked ?? kept, choose }
}
