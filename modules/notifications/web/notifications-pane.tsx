import { listSettings } from '#kernel/builtin/contract.ts'
import { noticeSettings } from '#modules/notifications/contract.ts'
import { announce } from '#ui/announce.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { useSwitchedSetting } from '#ui/data/use-switched-setting.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Switch } from '#ui/switch.tsx'

/** What a person is told, a switch a kind. */
export function Pane() {
  const settings = useOperation(listSettings, {})
  const isKept = (name: string) => settings.data?.items.find((setting) => setting.name === name)?.value !== false
  return (
    <Section title="Notifications" hint="Told by the bell on top, for you alone.">
      {settings.isPending && <Skeleton rows={3} label="Loading what you are told" />}
      {settings.isError && <ErrorState error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data &&
        Object.values(noticeSettings).map(({ name, summary }) => (
          <NoticeSwitch key={name} name={name} label={summary} kept={isKept(name)} />
        ))}
    </Section>
  )
}

function NoticeSwitch({ name, label, kept }: { name: string; label: string; kept: boolean }) {
  const { on, choose } = useSwitchedSetting(name, kept)
  const save = async (value: boolean) => {
    if (await choose(value)) announce('Saved')
  }
  return <Switch label={label} on={on} onChange={(value) => void save(value)} />
}
