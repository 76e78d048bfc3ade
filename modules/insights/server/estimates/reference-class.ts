import { hash } from './hash.ts'
import type { Estimator } from './estimator.ts'
import { sameTitle, similarTitles } from './past-titles.ts'
import type { TaskFacts } from './past-task.ts'

/** Past tasks that an estimate leans on, the closest of which there are enough. */
export interface ReferenceClass {
  kind: 'same-title' | 'similar-titles' | 'label' | 'person'
  /** The label, where it is one. */
  label: string | null
  tasks: number
}

const ENOUGH_TITLES = 3
const ENOUGH_OF_LABEL = 5

/** Same title, then similar titles, then the person's tasks of a label, then all of the person's. */
export function referenceClassOf({ guesses, past }: Estimator, facts: TaskFacts): ReferenceClass {
  const same = sameTitle(guesses.titles, facts).length
  if (same >= ENOUGH_TITLES) return { kind: 'same-title', label: null, tasks: same }
  const similar = similarTitles(guesses.titles, facts).similar.length
  if (similar >= ENOUGH_TITLES) return { kind: 'similar-titles', label: null, tasks: similar }
  for (const label of facts.labels) {
    const tasks = past[hash(`${facts.person} ${label}`)] ?? 0
    if (tasks >= ENOUGH_OF_LABEL) return { kind: 'label', label, tasks }
  }
  return { kind: 'person', label: null, tasks: past[hash(facts.person)] ?? 0 }
}
