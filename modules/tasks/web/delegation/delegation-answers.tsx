import { useState } from 'react'
import Check from 'lucide-react/icons/check'
import Play from 'lucide-react/icons/play'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Undo2 from 'lucide-react/icons/undo-2'
import type { Delegation } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { takeFocus } from './take-focus.ts'
import { useDelegation } from './use-delegation.ts'

/** What one can answer: whoever was asked accepts, gives back or is done; who asked takes back or asks again. */
export function DelegationAnswers({ delegation, me }: { delegation: Delegation; me: string | undefined }) {
  const { answer } = useDelegation()
  const [asking, setAsking] = useState<'reason' | 'minutes' | null>(null)
  const { state, mode, personId, agentId, givenBy, taskTitle } = delegation
  const asked = agentId !== null || personId === me
  const gave = givenBy === me
  const about = <span className="sr-only"> {taskTitle}</span>
  if (mode === 'delete' || (!asked && !gave)) return null

  const open = state === 'pending' || state === 'in-progress'
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {asked && state === 'pending' && (
          <Button icon={Play} onClick={() => void answer(delegation, 'in-progress')}>
            {agentId === null ? 'Accept' : 'It has begun'}
            {about}
          </Button>
        )}
        {asked && open && (
          <Button icon={Check} aria-expanded={asking === 'minutes'} onClick={() => setAsking('minutes')}>
            Done{about}
          </Button>
        )}
        {asked && open && !gave && (
          <Button icon={Undo2} aria-expanded={asking === 'reason'} onClick={() => setAsking('reason')}>
            Give back{about}
          </Button>
        )}
        {gave && open && (
          <Button icon={Undo2} onClick={() => void answer(delegation, 'returned')}>
            Take back{about}
          </Button>
        )}
        {gave && state === 'returned' && (
          <Button icon={RotateCcw} onClick={() => void answer(delegation, 'pending')}>
            Ask again{about}
          </Button>
        )}
        {state === 'done' && (
          <Button icon={RotateCcw} onClick={() => void answer(delegation, 'in-progress')}>
            Not done yet{about}
          </Button>
        )}
      </div>
      {asking === 'reason' && open && (
        <Ask
          label="Why it comes back"
          act="Give it back"
          onEnd={() => setAsking(null)}
          onSay={(reason) => answer(delegation, 'returned', { reason })}
        />
      )}
      {asking === 'minutes' && open && (
        <Ask
          label="It took, minutes"
          hint="May stay empty."
          act="It is done"
          numeric
          onEnd={() => setAsking(null)}
          onSay={(minutes) => answer(delegation, 'done', minutes === '' ? {} : { actualMinutes: Number(minutes) })}
        />
      )}
    </div>
  )
}

interface AskProps {
  label: string
  hint?: string
  act: string
  numeric?: boolean
  onSay: (text: string) => Promise<boolean>
  onEnd: () => void
}

/** One line that is asked for before an answer goes. */
function Ask({ label, hint, act, numeric, onSay, onEnd }: AskProps) {
  const [text, setText] = useState('')
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void onSay(text.trim()).then((said) => said && onEnd())
      }}
    >
      <Field label={label} hint={hint} className="min-w-48 flex-1">
        {(control) => (
          <input
            {...control}
            ref={takeFocus}
            className="control w-full"
            value={text}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              onEnd()
            }}
            {...(numeric ? { type: 'number', min: 0, max: 100_000 } : { required: true, maxLength: 2000 })}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="accent">
        {act}
      </Button>
    </form>
  )
}
