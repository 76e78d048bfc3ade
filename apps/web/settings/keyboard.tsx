import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { useBoundActions } from '#ui/keyboard/key-map.ts'
import { setPreferences, usePreferences } from '#ui/preferences.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Switch } from '#ui/switch.tsx'
import { showToast } from '#ui/toasts.ts'
import { listSettings } from '#kernel/builtin/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { groupActions } from '../keyboard/key-groups.ts'
import { usePersonKeys, useSaveKeys } from '../keyboard/use-person-keys.ts'
import { KeyRow } from './key-row.tsx'

/** Every action and its key; each can have another, none, or its usual one back. */
export function Pane() {
  const { singleKeys } = usePreferences()
  const actions = useBoundActions()
  const settings = useOperation(listSettings, {})
  const choices = usePersonKeys()
  const save = useSaveKeys()
  const [text, setText] = useState('')
  const groups = groupActions(actions, text)

  const resetAll = () => {
    void save({})
    showToast({ message: 'Every key is as it was', undo: () => void save(choices) })
  }

  return (
    <>
      <Section title="Keyboard">
        <Switch
          label="Single keys"
          hint="Keys such as j and e act at once. Switch them off if you speak to your computer."
          on={singleKeys}
          onChange={(on) => setPreferences({ singleKeys: on })}
        />
      </Section>
      <Section title="Your keys" hint="Kept with your data, the same in every browser.">
        {settings.isPending && <Skeleton rows={4} label="Loading your keys" />}
        {settings.isError && <ErrorState error={settings.error} retry={() => void settings.refetch()} />}
        {settings.data && (
          <>
            <div className="flex flex-wrap items-center gap-3">
              <input
                type="search"
                aria-label="Find an action or a key"
                placeholder="Find an action or a key"
                className="control min-w-0 flex-1"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Button disabled={Object.keys(choices).length === 0} onClick={resetAll}>
                Reset all
              </Button>
            </div>
            {groups.length === 0 && <p>No action fits that.</p>}
            {groups.map(([group, members]) => (
              <section key={group} aria-label={group}>
                <h3 className="mb-2 text-base">{group}</h3>
                <ul className="m-0 flex list-none flex-col p-0">
                  {members.map((action) => (
                    <KeyRow key={action.name} action={action} choices={choices} onSave={save} />
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </Section>
    </>
  )
}
