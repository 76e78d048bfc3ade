import { classNames } from '#ui/class-names.ts'
import { clockText, lengthInWords, stateInWords } from '../words.ts'
import { shownSeconds } from './shown-seconds.ts'
import type { LiveSession } from './use-focus.ts'

/** The clock in large: what is left, or how long it has been, and a bar that fills. */
export function Dial({ session }: { session: LiveSession }) {
  const { left, over, phaseSeconds, plannedSeconds, state } = session
  const share = plannedSeconds === null ? null : Math.min(1, phaseSeconds / plannedSeconds)
  return (
    <div
      className={classNames(
        'raised flex flex-col items-center gap-3 p-6 md:p-10',
        state === 'paused' ? 'bg-sunken' : state === 'resting' ? 'bg-green text-on-accent' : 'bg-orange text-on-accent',
      )}
    >
      <p className="font-head text-lg font-semibold">{stateInWords(session)}</p>
      <p
        role="timer"
        aria-label={shownInWords(session)}
        className="font-head text-[clamp(60px,16vw,112px)] leading-none font-bold tabular-nums"
      >
        {clockText(shownSeconds(session))}
      </p>
      {share !== null && (
        <div aria-hidden className="sheet h-4 w-full max-w-100 overflow-hidden">
          <div className="h-full bg-ink" style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <p className="text-sm">
        {over && left !== null
          ? `The bell rang ${lengthInWords(-left)} ago. Whenever you are ready.`
          : session.distractions > 0
            ? `${lengthInWords(session.workedSeconds)} of work so far, ${session.distractions} parked`
            : `${lengthInWords(session.workedSeconds)} of work so far`}
      </p>
    </div>
  )
}

/** The clock for people who listen, to the minute. */
function shownInWords(session: LiveSession): string {
  const words = lengthInWords(shownSeconds(session))
  if (session.over) return `${words} after the bell`
  return session.plannedSeconds === null ? `${words} so far` : `${words} left`
}
