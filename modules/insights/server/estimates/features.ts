import { hash } from './hash.ts'
import type { TaskFacts } from './past-task.ts'
import { wordsOf } from './words-of.ts'

/** How many weights a model has: features share one where their hashes meet, so that memory stays bounded. */
export const SLOTS = 1 << 15

/** How much each of them is there: 1, or less for words, of which a title has many. */
export type Features = [slot: number, amount: number][]

const WORD_AMOUNT = 0.5

/** What kind of task it is: person, project, labels and their pairs. */
export function kindFeatures({ person, project, labels }: TaskFacts): Features {
  const names = ['all', `person ${person}`]
  if (project !== null) names.push(`project ${project}`, `in ${person} ${project}`)
  for (const label of labels) {
    names.push(`label ${label}`, `${person} ${label}`)
    if (project !== null) names.push(`${project} ${label}`)
  }
  if (labels.length > 1) names.push(`labels ${labels.join(' ')}`)
  return names.map((name) => [slotOf(name), 1])
}

/** The words of its title, two that stand together, and how it begins. */
export function titleFeatures({ title }: TaskFacts): Features {
  const words = wordsOf(title)
  const names = words.map((word) => `word ${word}`)
  for (let index = 1; index < words.length; index++) names.push(`pair ${words[index - 1]} ${words[index]}`)
  if (words.length > 0) names.push(`begins ${words.slice(0, 2).join(' ')}`)
  return names.map((name) => [slotOf(name), WORD_AMOUNT])
}

function slotOf(name: string): number {
  return hash(name) % SLOTS
}
