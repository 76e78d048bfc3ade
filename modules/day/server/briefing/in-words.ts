/** What a briefing counts. */
export interface Counts {
  due: number
  stillOpen: number
  waiting: number
  answers: number
}

/** The day in a sentence or two: what there is, and never what was not done. */
export function dayInWords({ due, stillOpen, waiting, answers }: Counts): string {
  const parts = [
    ...(due > 0 ? [`${tasks(due)} due today`] : []),
    ...(waiting > 0 ? [`${tasks(waiting)} waiting for somebody`] : []),
    ...(answers > 0 ? [answers === 1 ? 'one message to answer' : `${answers} messages to answer`] : []),
  ]
  const today = parts.length === 0 ? 'Nothing is due today.' : `${capital(joined(parts))}.`
  if (stillOpen === 0) return today
  return `${today} ${capital(tasks(stillOpen))} from before ${stillOpen === 1 ? 'is' : 'are'} still open, and may stay so.`
}

function tasks(count: number): string {
  return count === 1 ? 'one task' : `${count} tasks`
}

function joined(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
