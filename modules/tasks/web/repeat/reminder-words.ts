import type { Task, TaskReminder } from '#modules/tasks/contract.ts'

const DAY = 24 * 60

interface ReminderChoice {
  label: string
  relatedTo: 'start' | 'due'
  minutes: number
}

/** What can be chosen for a task by its dates. */
export function reminderChoices({ dueAt, deadlineOn, startOn }: Task): ReminderChoice[] {
  const minutes = dueAt ? [0, 10, 60, DAY] : deadlineOn ? [-9 * 60, DAY - 9 * 60] : []
  const choices: [relatedTo: 'start' | 'due', minutes: number][] = minutes.map((each) => ['due', each])
  if (startOn) choices.push(['start', -9 * 60])
  return choices.map(([relatedTo, each]) => ({
    relatedTo,
    minutes: each,
    label: reminderWords({ relatedTo, minutesBefore: each }),
  }))
}

/** When a reminder comes, as people say it. */
export function reminderWords({ relatedTo, minutesBefore }: Pick<TaskReminder, 'relatedTo' | 'minutesBefore'>): string {
  if (relatedTo === null) return 'At a time'
  const what = relatedTo === 'due' ? 'it is due' : 'its start day begins'
  const minutes = minutesBefore ?? 0
  if (minutes === 0) return `When ${what}`
  // A day without a time begins at midnight: nine hours after is its morning.
  if (minutes === -9 * 60) return relatedTo === 'due' ? 'In the morning of the deadline' : 'In the morning of its start'
  if (minutes === DAY - 9 * 60) return 'In the morning of the day before'
  return `${lengthOf(Math.abs(minutes))} ${minutes > 0 ? 'before' : 'after'} ${what}`
}

function lengthOf(minutes: number): string {
  const [size, unit] = minutes % DAY === 0 ? [DAY, 'day'] : minutes % 60 === 0 ? [60, 'hour'] : [1, 'minute']
  const count = minutes / Number(size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
