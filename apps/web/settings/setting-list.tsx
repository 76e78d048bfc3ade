import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { listSettings, updateSetting, type Setting } from '#kernel/builtin/contract.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { useSwitchedSetting } from '#ui/data/use-switched-setting.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'

type SettingValue = z.infer<typeof Setting>

/** The settings that the server keeps; each with what it is when nobody set it. */
export function Pane() {
  const settings = useOperation(listSettings, {})
  return (
    <Section title="Server settings" hint="Kept with your data, the same in every browser.">
      {settings.isPending && <Skeleton rows={2} label="Loading the settings" />}
      {settings.isError && <ErrorState error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data?.items.length === 0 && <p data-state="empty">There is nothing to set yet.</p>}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {settings.data?.items.map((setting) => (
          <li key={setting.name} className="sheet p-3">
            {typeof setting.default === 'boolean' ? (
              <SwitchRow setting={setting} />
            ) : (
              <SettingRow key={JSON.stringify(setting.value)} setting={setting} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function SwitchRow({ setting }: { setting: SettingValue }) {
  const { on, choose } = useSwitchedSetting(setting.name, setting.value === true)
  const save = async (value: boolean) => {
    if (await choose(value)) showToast({ message: `Saved: ${setting.summary}`, undo: () => void save(!value) })
  }
  return (
    <label className="flex items-center gap-3">
      <CheckBox checked={on} onChange={(event) => void save(event.target.checked)} />
      <span className="min-w-0 flex-1 font-semibold">{setting.summary}</span>
      <Chip>{setting.level}</Chip>
    </label>
  )
}

function SettingRow({ setting }: { setting: SettingValue }) {
  const cache = useQueryClient()
  const written = typeof setting.value === 'string' ? setting.value : JSON.stringify(setting.value)
  const [text, setText] = useState(written)
  const update = useCommand(updateSetting, {
    onSuccess: () => {
      showToast({ message: `Saved: ${setting.summary}`, undo: () => save(setting.value) })
      void cache.invalidateQueries({ queryKey: operationKey(listSettings) })
    },
    onError: () => undefined,
  })
  const save = (value: unknown) => update.mutate({ name: setting.name, value: value as never })
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save(toSettingValue(text, setting.default))
      }}
    >
      <Field
        label={setting.summary}
        hint={`${setting.name}, usually ${JSON.stringify(setting.default)}`}
        error={update.error?.problem.detail}
        className="min-w-60 flex-1 wrap-anywhere"
      >
        {(control) => (
          <input {...control} className="control" value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Button type="submit" className="min-h-10" disabled={text === written || update.isPending}>
        Save<span className="sr-only"> {setting.summary}</span>
      </Button>
    </form>
  )
}

// Text stays text; anything else is JSON, and what is no JSON the server refuses with its reason.
function toSettingValue(text: string, usual: unknown): unknown {
  if (typeof usual === 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
