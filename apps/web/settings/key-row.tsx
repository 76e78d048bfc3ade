import { useState } from 'react'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/button.tsx'
import { Kbd, keysInWords } from '#ui/kbd.tsx'
import { conflictsOf, useBoundActions, type BoundAction, type KeyChoices } from '#ui/keyboard/key-map.ts'
import { showToast } from '#ui/toasts.ts'
import { KeyRecorder } from './key-recorder.tsx'

interface KeyRowProps {
  action: BoundAction
  choices: KeyChoices
  onSave: (choices: KeyChoices) => Promise<void>
}

/** One action with its key, and the way to another. A key that is taken is only taken over when one says so. */
export function KeyRow({ action, choices, onSave }: KeyRowProps) {
  const { name, label, keys, usual, fixed } = action
  const all = useBoundActions()
  const [state, setState] = useState<'resting' | 'choosing' | string>('resting')
  const wanted = state === 'resting' || state === 'choosing' ? null : state
  const conflicts = wanted === null ? [] : conflictsOf(all, name, wanted)

  const keep = (next: string) => {
    setState('resting')
    const { [name]: _, ...others } = choices
    const taken = conflictsOf(all, name, next).filter((other) => !other.fixed)
    const freed = Object.fromEntries(next === '' ? [] : taken.map((other) => [other.name, '']))
    void onSave({ ...others, ...freed, ...(next !== usual && { [name]: next }) })
    const told = next === '' ? `${label} has no key` : `${label} is ${keysInWords(next)}`
    showToast({ message: told, undo: () => void onSave(choices) })
  }
  const choose = (next: string) => {
    const met = conflictsOf(all, name, next)
    if (met.length === 0) return keep(next)
    setState(next)
    announce(`${keysInWords(next)} is taken by ${met.map((other) => other.label).join(' and ')}`)
  }

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-soft py-2">
      <span className="min-w-24 flex-1">{label}</span>
      {keys ? <Kbd keys={keys} /> : <span className="text-sm text-ink-soft">no key</span>}
      {!fixed && state === 'resting' && (
        <span className="flex gap-2">
          <Button onClick={() => setState('choosing')}>
            Change<span className="sr-only"> the key of {label}</span>
          </Button>
          {keys !== usual ? (
            <Button onClick={() => choose(usual)}>
              Reset<span className="sr-only"> the key of {label}</span>
            </Button>
          ) : (
            <Button onClick={() => keep('')} disabled={keys === ''}>
              None<span className="sr-only"> for {label}</span>
            </Button>
          )}
        </span>
      )}
      {fixed && <span className="text-sm text-ink-soft">always so</span>}
      {state === 'choosing' && <KeyRecorder label={label} onKeys={choose} onCancel={() => setState('resting')} />}
      {wanted !== null && (
        <div
          role="alert"
          className="flex w-full flex-wrap items-center gap-3 rounded-box border border-line bg-orange p-2 text-on-accent"
        >
          <span className="min-w-40 flex-1">
            <Kbd keys={wanted} /> is taken by {conflicts.map((other) => other.label).join(' and ')}.
          </span>
          {!conflicts.some((other) => other.fixed) && <Button onClick={() => keep(wanted)}>Take it over</Button>}
          <Button onClick={() => setState('choosing')}>Choose another</Button>
          <Button onClick={() => setState('resting')}>Cancel</Button>
        </div>
      )}
    </li>
  )
}
