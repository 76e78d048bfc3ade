import type { TemplateStep } from '#modules/tasks/contract.ts'

const DEEPEST = 2
const OFFSET = /\s+([+-]\d{1,4}[dwm](?: (?:[01]\d|2[0-3]):[0-5]\d)?)$/
const MINUTES = /\s+(\d{1,5})\s?min$/

/**
 * The lines of an outline as they are typed: two blanks or a tab a depth, at the end minutes and a day from the start, such
 * as `Send the contract 30 min +3d 09:00`. A line never stands more than one deeper than the one before it.
 */
export function readOutline(text: string): TemplateStep[] {
  const steps: TemplateStep[] = []
  for (const line of text.split('\n')) {
    const indent = /^[\t ]*/.exec(line)![0].replaceAll('\t', '  ').length
    const rest = line.trim().replace(/^[-*•]\s+/, '')
    if (rest === '') continue
    const dueIn = OFFSET.exec(rest)?.[1] ?? null
    const undated = rest.replace(OFFSET, '')
    const minutes = MINUTES.exec(undated)?.[1]
    const title = undated.replace(MINUTES, '').slice(0, 500)
    const before = steps.at(-1)
    const depth = Math.min(Math.floor(indent / 2), DEEPEST, before ? before.depth + 1 : 0)
    steps.push({ title, depth, minutes: minutes ? Math.max(1, Number(minutes)) : null, dueIn })
  }
  return steps
}

/** An outline as text, to be changed. */
export function writeOutline(steps: readonly TemplateStep[]): string {
  return steps
    .map(({ title, depth, minutes, dueIn }) =>
      ['  '.repeat(depth) + title, minutes !== null && `${minutes} min`, dueIn].filter(Boolean).join(' '),
    )
    .join('\n')
}
