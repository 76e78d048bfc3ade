import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Play from 'lucide-react/icons/play'
import Save from 'lucide-react/icons/save'
import Trash2 from 'lucide-react/icons/trash-2'
import {
  createTemplate,
  deleteTemplate,
  FocusMode,
  FocusSound,
  listTemplates,
  startSession,
  type Setup,
} from '#modules/focus/contract.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { useKeysOf } from '#ui/keyboard/key-map.ts'
import { Select } from '#ui/select.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { modeHint, modeName, soundName } from '../words.ts'
import { Numbers } from './numbers.tsx'
import { TaskChoice } from './task-choice.tsx'
import { useSessionCommand } from './use-focus.ts'

/** How one focuses who has not chosen yet. */
export const usualSetup: Setup = {
  mode: 'pomodoro',
  workMinutes: 25,
  breakMinutes: 5,
  longBreakMinutes: 15,
  cycles: 4,
  breakShare: 5,
  sound: 'none',
}

/** What a session is for and how it goes; one button, or one key, starts it. */
export function StartForm({ last, asked }: { last: Setup | null; asked: string | null }) {
  const [setup, setSetup] = useState<Setup>(last ?? usualSetup)
  const [taskId, setTaskId] = useState<string | null>(asked)
  const [intention, setIntention] = useState('')
  const [together, setTogether] = useState(false)
  const command = useSessionCommand()
  const key = useKeysOf('focus.toggle')
  const start = () => void command(startSession, { ...setup, taskId, intention: intention.trim(), together })
  useShortcuts({ 'focus.toggle': start })

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <ModeChoice mode={setup.mode} onMode={(mode) => setSetup({ ...setup, mode })} />
      <div className="grid gap-4 md:grid-cols-2">
        <TaskChoice taskId={taskId} onTask={setTaskId} />
        {taskId === null && (
          <TextField label="Or in your own words" value={intention} onValue={setIntention} maxLength={500} />
        )}
      </div>
      <Button look="primary" type="submit" icon={Play} className="min-h-14 text-lg">
        Start to focus
        {key && (
          <span aria-hidden className="extra hidden md:inline">
            <Kbd keys={key} />
          </span>
        )}
      </Button>
      <Templates setup={setup} onSetup={setSetup} />
      <details className="sheet">
        <summary className="flex min-h-11 cursor-pointer items-center px-4 font-head font-semibold">
          How it goes
        </summary>
        <div className="flex flex-col gap-4 p-4 pt-0">
          <Numbers setup={setup} onSetup={setSetup} />
          <Field label="Sound" hint="Made by this browser; nothing is heard unless you choose it.">
            {(control) => (
              <Select
                {...control}
                value={setup.sound}
                onChange={(event) => setSetup({ ...setup, sound: event.target.value as FocusSound })}
              >
                {FocusSound.options.map((sound) => (
                  <option key={sound} value={sound}>
                    {soundName[sound]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Switch
            label="Do it with me"
            hint="Somebody sits beside you, here or on a call. Else you do it solo."
            on={together}
            onChange={setTogether}
          />
        </div>
      </details>
    </form>
  )
}

function ModeChoice({ mode, onMode }: { mode: FocusMode; onMode: (mode: FocusMode) => void }) {
  return (
    <fieldset className="m-0 grid gap-2 border-0 p-0 sm:grid-cols-3">
      <legend className="sr-only">Kind of session</legend>
      {FocusMode.options.map((option) => (
        <label
          key={option}
          className={classNames(
            'sheet flex min-h-14 cursor-pointer flex-col justify-center px-4 py-2 has-focus-visible:shadow-[0_0_0_2px_var(--focus-gap),0_0_0_5px_var(--focus)]',
            option === mode && 'bg-orange! text-on-accent',
          )}
        >
          <input
            type="radio"
            name="mode"
            className="sr-only"
            checked={option === mode}
            onChange={() => onMode(option)}
          />
          <span className="font-head font-semibold">{modeName[option]}</span>
          <span className={classNames('text-sm', option !== mode && 'text-ink-soft')}>{modeHint[option]}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** One's own ways to focus: a press takes one over. */
function Templates({ setup, onSetup }: { setup: Setup; onSetup: (setup: Setup) => void }) {
  const cache = useQueryClient()
  const templates = useOperation(listTemplates, {})
  const [name, setName] = useState<string | null>(null)
  const run = async (work: () => Promise<unknown>, message: string, undo?: () => void) => {
    try {
      await work()
      showToast({ message, ...(undo && { undo }) })
    } catch (error) {
      showProblem(error)
    }
    await cache.invalidateQueries({ queryKey: operationKey(listTemplates) })
  }
  const keep = (as: string, what: Setup) => run(() => api.call(createTemplate, { ...what, name: as }), `Kept as ${as}`)
  const items = templates.data?.items ?? []
  return (
    <div className="flex flex-wrap items-end gap-2">
      {items.map(({ id, name: of, ...kept }) => (
        <span key={id} className="inline-flex items-center">
          <Button onClick={() => onSetup(kept)}>{of}</Button>
          <IconButton
            quiet
            icon={Trash2}
            label={`Delete the template ${of}`}
            onClick={() =>
              void run(
                () => api.call(deleteTemplate, { id }),
                `Deleted: ${of}`,
                () => void keep(of, kept),
              )
            }
          />
        </span>
      ))}
      {name === null ? (
        <Button icon={Save} onClick={() => setName('')}>
          Keep as a template
        </Button>
      ) : (
        <>
          <TextField
            label="Name of the template"
            takesFocus
            value={name}
            onValue={setName}
            maxLength={100}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setName(null)
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (name.trim()) void keep(name.trim(), setup).then(() => setName(null))
            }}
          />
          <Button disabled={!name.trim()} onClick={() => void keep(name.trim(), setup).then(() => setName(null))}>
            Keep
          </Button>
        </>
      )}
    </div>
  )
}
