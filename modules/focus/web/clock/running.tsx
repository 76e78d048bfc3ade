import Coffee from 'lucide-react/icons/coffee'
import Hourglass from 'lucide-react/icons/hourglass'
import Lightbulb from 'lucide-react/icons/lightbulb'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import Square from 'lucide-react/icons/square'
import { FocusSound, updateSession } from '#modules/focus/contract.ts'
import { Button } from '#ui/button.tsx'
import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { Kbd } from '#ui/kbd.tsx'
import { Field } from '#ui/field.tsx'
import { useKeysOf } from '#ui/keyboard/key-map.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Select } from '#ui/select.tsx'
import { openPark } from '../thoughts/park-store.ts'
import { lengthInWords, soundName } from '../words.ts'
import { Dial } from './dial.tsx'
import { OneThing } from './one-thing.tsx'
import { useSessionMoves } from './session-moves.ts'
import { useSessionCommand, type LiveSession } from './use-focus.ts'

/** Ten minutes after the bell one is asked what of it was work. */
const ASKED_AFTER_SECONDS = -600

/** A session that runs: its clock, one thing to do, and what can be done about it. */
export function Running({ session }: { session: LiveSession }) {
  const moves = useSessionMoves()
  const command = useSessionCommand()
  const prompts = useGamesAndPrompts()
  const { state, plannedSeconds } = session
  const resting = state === 'resting'
  const toggle = () => void (state === 'paused' ? moves.resume(session) : moves.pause(session))
  const turn = () => void (resting ? moves.work(session) : moves.rest(session))
  const extend = () => void (plannedSeconds !== null && moves.extend(session))
  const finish = () => void moves.finish(session)
  useShortcuts({ 'focus.toggle': toggle, 'focus.break': turn, 'focus.extend': extend, 'focus.finish': finish })
  // Whoever wants no prompts is offered no break and asked nothing of a bell long ago: what can be done stays in reach.
  const asks = session.over && prompts
  const late = asks && state === 'working' && session.left !== null && session.left < ASKED_AFTER_SECONDS

  return (
    <>
      <Dial session={session} />
      {late ? (
        <LateBell session={session} />
      ) : (
        <div className="flex flex-wrap justify-center gap-2">
          {asks && <Ring resting={resting} turn={turn} />}
          <Act icon={state === 'paused' ? Play : Pause} action="focus.toggle" onClick={toggle}>
            {state === 'paused' ? 'Go on' : 'Pause'}
          </Act>
          {!asks && (
            <Act icon={resting ? Play : Coffee} action="focus.break" onClick={turn}>
              {resting ? 'Work again' : `Break, ${lengthInWords(session.breakSeconds)}`}
            </Act>
          )}
          {plannedSeconds !== null && (
            <Act icon={Hourglass} action="focus.extend" onClick={extend}>
              5 more minutes
            </Act>
          )}
          {session.over && state === 'working' && (
            <Button onClick={() => void moves.work(session)}>{asks ? 'Skip the break' : 'Next round'}</Button>
          )}
          <Act icon={Lightbulb} action="focus.park" onClick={openPark}>
            Park a thought
          </Act>
          <Act icon={Square} action="focus.finish" onClick={finish}>
            Finish
          </Act>
        </div>
      )}
      {!resting && <OneThing session={session} />}
      <Field label="Sound" className="self-start">
        {(control) => (
          <Select
            {...control}
            value={session.sound}
            onChange={(event) =>
              void command(updateSession, { id: session.id, sound: event.target.value as FocusSound })
            }
          >
            {FocusSound.options.map((sound) => (
              <option key={sound} value={sound}>
                {soundName[sound]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  )
}

function Ring({ resting, turn }: { resting: boolean; turn: () => void }) {
  return (
    <Act look="primary" icon={resting ? Play : Coffee} action="focus.break" onClick={turn}>
      {resting ? 'Work again' : 'Take the break'}
    </Act>
  )
}

/** Long after the bell: the session was forgotten, or it went well. Only the person knows. */
function LateBell({ session }: { session: LiveSession }) {
  const moves = useSessionMoves()
  return (
    <section aria-label="After the bell" className="sheet flex flex-col items-start gap-3 p-4">
      <p>
        The bell rang {lengthInWords(-session.left!)} ago. Shall that time count as work? You can correct it later as
        well.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => void moves.finish(session, 'count')}>
          Count it and finish
        </Button>
        <Button onClick={() => void moves.finish(session, 'leave-out')}>Finish at the bell</Button>
        <Button onClick={() => void moves.rest(session, 'count')}>Count it and take a break</Button>
        <Button onClick={() => void moves.extend(session)}>5 more minutes</Button>
      </div>
    </section>
  )
}

/** A button that also says its key. */
function Act({ action, children, ...rest }: Parameters<typeof Button>[0] & { action: string }) {
  const keys = useKeysOf(action)
  return (
    <Button {...rest}>
      {children}
      {keys && (
        <span aria-hidden className="extra hidden md:inline">
          <Kbd keys={keys} />
        </span>
      )}
    </Button>
  )
}
