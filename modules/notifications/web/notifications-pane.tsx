import { useQueryClient } from '@tanstack/react-query'
import { listSettings, updateSetting } from '#kernel/builtin/contract.ts'
import { noticeSettings } from '#modules/notifications/contract.ts'
import { announce } from '#ui/announce.ts'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Switch } from '#ui/switch.tsx'

/** What a person is told, a switch a kind. */
export function Pane() {
  const cache = useQueryClient()
  const settings = useOperation(listSettings, {})
  const update = useCommand(updateSetting, {
    onSuccess: () => {
      announce('Saved')
      void cache.invalidateQueries({ queryKey: operationKey(listSettings) })
    },
  })
  const isOn = (name: string) =>
    update.isPending && update.variables.name === name
      ? update.variables.value === true
      : settings.data?.items.find((setting) => setting.name === name)?.value !== false
  return (
    <Section title="Notifications" hint="Told by the bell on top, for you alone.">
      {settings.isPending && <Skeleton rows={3} label="Loading what you are told" />}
      {settings.isError && <ErrorState error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data &&
        Object.values(noticeSettings).map(({ name, summary }) => (
          <Switch key={name} label={summary} on={isOn(name)} onChange={(value) => update.mutate({ name, value })} />
        ))}
    </Section>
  )
}
