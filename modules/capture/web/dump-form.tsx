import { useEffect, useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import Brain from 'lucide-react/icons/brain'
import { uuidv7 } from '#base/ids.ts'
import { getMe } from '#modules/identity/contract.ts'
import { listCaptures, type CaptureWay } from '#modules/capture/contract.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { countOf } from '#ui/format.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { keepDump, keptDump } from './kept-dump.ts'
import { WaitingDumps } from './offline/waiting-dumps.tsx'
import { saveDump } from './save-dump.ts'
import { useOfferedWays } from './use-offered-ways.ts'

const MOST = 50_000

/** The field for all that is on one's mind. Not a keystroke is lost: this browser keeps them until the server has them. */
export function DumpForm() {
  const me = useOperation(getMe, {})
  if (me.isPending) return <Skeleton rows={3} label="Opening the page to write on" />
  return <Writing userId={me.data?.user.id ?? ''} />
}

function Writing({ userId }: { userId: string }) {
  const [text, setText] = useState(() => keptDump(userId))
  const [way, setWay] = useState<CaptureWay>('auto')
  const ways = useOfferedWays(way)
  const field = useRef<HTMLTextAreaElement>(null)
  const navigate = useNavigate()
  // A second try with the same words is the same capture.
  const id = useRef<string>(undefined)
  const save = useMutation({
    mutationFn: () => saveDump(text, way, (id.current ??= uuidv7())),
    networkMode: 'always',
    onSuccess: (saved) => {
      if (saved) {
        keepDump(userId, '')
        void navigate({ to: '/capture/{-$captureId}', params: { captureId: saved.id } })
        return
      }
      write('')
      showToast({ message: 'Kept in this browser', detail: 'On the server as soon as it can be reached.' })
      field.current?.focus()
    },
  })
  useEffect(() => field.current?.focus(), [])

  const write = (next: string) => {
    setText(next)
    keepDump(userId, next)
    id.current = undefined
  }
  const submit = () => {
    if (text.trim() !== '' && !save.isPending) save.mutate()
  }
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field
        label="What is on your mind?"
        hint="Write as it comes: things to do, to buy, to reach, to remember. Ctrl and Enter when you are done."
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            rows={12}
            maxLength={MOST}
            placeholder={'Call the dentist tomorrow\nBuy milk, eggs and bread\nI want to learn Spanish by summer'}
            className="control w-full resize-y py-3 text-base leading-relaxed"
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                submit()
              }
            }}
          />
        )}
      </Field>
      <fieldset className="m-0 grid gap-2 border-0 p-0 sm:grid-cols-3">
        <legend className="mb-1 text-sm font-semibold">How to read it</legend>
        {ways.map((choice) => (
          <label
            key={choice.way}
            className={classNames(
              'sheet flex gap-2.5 p-3 text-sm',
              way === choice.way ? 'bg-pink text-on-accent' : 'hover:bg-sunken',
            )}
          >
            <input
              type="radio"
              name="way"
              className="m-0 size-6 shrink-0 accent-ink"
              checked={way === choice.way}
              onChange={() => setWay(choice.way)}
            />
            <span className="flex flex-col">
              <span className="font-semibold">{choice.label}</span>
              <span>{choice.hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ProblemNote error={save.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" icon={Brain} disabled={text.trim() === '' || save.isPending}>
          {save.isPending ? 'Saving' : 'Save and look through it'}
        </Button>
        <p className="text-sm text-ink-soft">Nothing is made before you accept it.</p>
      </div>
      <WaitingDumps />
      <StillOpen />
    </form>
  )
}

/** What was written before and not looked through yet, unless one wants no prompts. */
function StillOpen() {
  const prompts = useGamesAndPrompts()
  const open = useOperation(listCaptures, { view: 'open', limit: 20 }, { enabled: prompts }).data
  if (!prompts || !open || open.items.length === 0) return null
  return (
    <p className="text-sm">
      <Link to="/capture" search={{ view: 'past' }}>
        {countOf(open.items.length, 'capture')}
        {open.next ? ' and more' : ''} to look through
      </Link>
    </p>
  )
}
