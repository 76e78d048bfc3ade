import type { FocusMode, FocusSession, FocusSound } from '#modules/focus/contract.ts'

export const modeName: Record<FocusMode, string> = { pomodoro: 'Pomodoro', flow: 'Flow', countdown: 'Countdown' }

export const modeHint: Record<FocusMode, string> = {
  pomodoro: 'Work and breaks in turns',
  flow: 'Counts up; a break by share',
  countdown: 'So many minutes, once',
}

export const soundName: Record<FocusSound, string> = {
  none: 'No sound',
  bell: 'A bell at the end',
  rain: 'Rain while you work, and a bell',
  ticks: 'Quiet ticks, and a bell',
}

/** Seconds as a clock shows them: 24:59, 1:04:05. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`
}

/** Seconds as people say them: 40 s, 12 min, 1 h 05. */
export function lengthInWords(seconds: number): string {
  if (seconds < 60) return `${Math.floor(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0
    ? `${minutes / 60} h`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

/** What a session is doing, in a few words. */
export function stateInWords({ state, cycle, mode }: Pick<FocusSession, 'state' | 'cycle' | 'mode'>): string {
  if (state === 'paused') return 'Paused'
  if (state === 'resting') return 'Break'
  return mode === 'pomodoro' ? `Work, round ${cycle}` : 'Work'
}
