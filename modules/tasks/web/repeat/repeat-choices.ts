import type { Task } from '#modules/tasks/contract.ts'

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const NTH = ['first', '2nd', '3rd', '4th', 'last']

export interface RepeatChoice {
  label: string
  rule: string
}

/** The common ways to repeat from a task's date on, in the words of its day. */
export function repeatChoices(task: Task): RepeatChoice[] {
  const date = dateOf(task)
  const day = date.getDate()
  const code = CODES[date.getDay()]!
  const weekday = date.toLocaleDateString('en', { weekday: 'long' })
  const nth = Math.min(Math.ceil(day / 7), 5)
  const ofMonth = day > 28 ? -1 : day
  return [
    { label: 'Every day', rule: 'FREQ=DAILY' },
    { label: 'Every weekday', rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
    { label: `Every week on ${weekday}`, rule: `FREQ=WEEKLY;BYDAY=${code}` },
    { label: `Every 2 weeks on ${weekday}`, rule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${code}` },
    {
      label: ofMonth < 0 ? 'Every month on the last day' : `Every month on day ${day}`,
      rule: `FREQ=MONTHLY;BYMONTHDAY=${ofMonth}`,
    },
    {
      label: `Every month on the ${NTH[nth - 1]} ${weekday}`,
      rule: `FREQ=MONTHLY;BYDAY=${nth === 5 ? -1 : nth}${code}`,
    },
    {
      label: `Every year on ${date.toLocaleDateString('en', { day: 'numeric', month: 'long' })}`,
      rule: `FREQ=YEARLY;BYMONTH=${date.getMonth() + 1};BYMONTHDAY=${day}`,
    },
  ]
}

/** The day that a rule begins on: the task's due day, or else its deadline, its start, or today. */
function dateOf({ dueAt, deadlineOn, startOn }: Task): Date {
  if (dueAt) return new Date(dueAt)
  const date = deadlineOn ?? startOn
  return date ? new Date(`${date}T12:00`) : new Date()
}

/** The time zone of this browser. */
export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
