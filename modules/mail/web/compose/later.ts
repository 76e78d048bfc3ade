/** A time to come, in words. */
export interface Later {
  label: string
  at: Date
}

const MORNING = 8
const EVENING = 18

/** Times one usually means by later: this evening, tomorrow morning, the weekend's end, as far as they are to come. */
export function laterChoices(now = new Date()): Later[] {
  const tomorrow = dayAt(now, 1, MORNING)
  const monday = dayAt(now, (8 - now.getDay()) % 7 || 7, MORNING)
  const choices: Later[] = [
    { label: 'In an hour', at: new Date(now.getTime() + 3_600_000) },
    { label: 'This evening', at: dayAt(now, 0, EVENING) },
    { label: 'Tomorrow morning', at: tomorrow },
    { label: 'Tomorrow afternoon', at: dayAt(now, 1, 14) },
    { label: 'Monday morning', at: monday },
  ]
  return choices.filter(
    ({ at, label }) => at > now && !(label === 'Monday morning' && at.getTime() === tomorrow.getTime()),
  )
}

/** How long one usually waits for an answer before asking again; each in the morning. */
export function waitChoices(now = new Date()): Later[] {
  return [
    { label: 'Tomorrow morning', at: dayAt(now, 1, MORNING) },
    { label: 'In three days', at: dayAt(now, 3, MORNING) },
    { label: 'In a week', at: dayAt(now, 7, MORNING) },
    { label: 'In two weeks', at: dayAt(now, 14, MORNING) },
  ]
}

/** A date as a field of date and time has it, in the time of this machine. */
export function toFieldTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

function dayAt(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour)
}
