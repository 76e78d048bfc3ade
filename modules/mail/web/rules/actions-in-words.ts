import type { RuleActions } from '#modules/mail/contract/rules.ts'

const moved = { archive: 'archived', junk: 'moved to junk', trash: 'moved to the trash' } as const

/** What is done with a message, as what it is afterwards: `labelled Money`, `archived`. */
export function actionsInWords(actions: RuleActions, nameOfLabel: (id: string) => string | undefined): string[] {
  const { addLabels, move, markRead, star, makeTask } = actions
  const labels = addLabels.flatMap((id) => nameOfLabel(id) ?? [])
  return [
    ...(labels.length > 0 ? [`labelled ${inRow(labels)}`] : []),
    ...(move ? [moved[move]] : []),
    ...(markRead ? ['marked as read'] : []),
    ...(star ? ['starred'] : []),
    ...(makeTask ? ['made a task'] : []),
  ]
}

/** Words as a person says them: `a`, `a and b`, `a, b and c`. */
export function inRow(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
