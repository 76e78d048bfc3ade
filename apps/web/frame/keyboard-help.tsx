import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { useBoundActions } from '#ui/keyboard/key-map.ts'
import { workingActions } from '#ui/keyboard/shortcuts.ts'
import { usePreferences } from '#ui/preferences.ts'
import { groupActions } from '../keyboard/key-groups.ts'

/** Every key by group, to be searched; those of the page behind it first. */
export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [working] = useState(workingActions)
  const { singleKeys } = usePreferences()
  const groups = groupActions(
    useBoundActions().filter(({ keys }) => keys !== ''),
    text,
  )
  const isHere = ([, actions]: (typeof groups)[number]) => actions.some(({ name }) => working.has(name))
  const sorted = [...groups.filter(isHere), ...groups.filter((group) => !isHere(group))]
  return (
    <Dialog open onClose={onClose} title="Keys" wide>
      <div className="flex items-center gap-3 border-b border-line-soft p-3">
        <input
          type="search"
          aria-label="Find a key"
          placeholder="Find a key, such as archive or e"
          className="control min-w-0 flex-1"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Link to="/settings/{-$pane}" params={{ pane: 'keyboard' }} className={buttonClass()} onClick={onClose}>
          Change keys
        </Link>
      </div>
      <div tabIndex={0} role="group" aria-label="List of keys" className="ring-inside overflow-y-auto p-4">
        {!singleKeys && <p className="mb-3 font-semibold">Single keys are switched off in the settings.</p>}
        {sorted.length === 0 && <p>No key does that.</p>}
        <div className="columns-1 gap-8 sm:columns-2">
          {sorted.map(([group, actions]) => (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-2 text-base">{group}</h3>
              <dl className="m-0 flex flex-col gap-1.5">
                {actions.map(({ name, label, keys, usual }) => (
                  <div key={name} className="flex items-center justify-between gap-3 border-b border-line-soft pb-1.5">
                    <dt className={classNames(keys !== usual && 'font-semibold')}>{label}</dt>
                    <dd className="m-0">
                      <Kbd keys={keys} />
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
