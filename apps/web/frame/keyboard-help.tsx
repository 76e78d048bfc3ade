import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { currentShortcuts } from '#ui/keyboard/shortcuts.ts'
import { usePreferences } from '#ui/preferences.ts'

/** Every key that works on the page behind it, by group. */
export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const [groups] = useState(() => Object.entries(Object.groupBy(currentShortcuts(), (shortcut) => shortcut.group)))
  const { singleKeys } = usePreferences()
  return (
    <Dialog open onClose={onClose} title="Keys" wide>
      <div tabIndex={0} role="group" aria-label="List of keys" className="ring-inside overflow-y-auto p-4">
        {!singleKeys && <p className="mb-3 font-semibold">Single keys are switched off in the settings.</p>}
        <div className="columns-1 gap-8 sm:columns-2">
          {groups.map(([group, shortcuts]) => (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-2 text-base">{group}</h3>
              <dl className="flex flex-col gap-1.5">
                {shortcuts!.map(({ keys, command, label }) => (
                  <div key={keys} className="flex items-center justify-between gap-3 border-b border-line-soft pb-1.5">
                    <dt>{label}</dt>
                    <dd className="m-0">
                      <Kbd keys={command ? `Ctrl ${keys.toUpperCase()}` : keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
