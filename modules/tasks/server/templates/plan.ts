import { toInstantOrNull } from '#base/time.ts'
import type { Day } from '#base/query/calendar.ts'
import type { Assignee, PlannedTask, TaskRecurrence, TaskTemplate, TemplateStep } from '../../contract.ts'
import { nameOrder } from '../name-order.ts'
import { STEP, TASK } from '../tree/levels.ts'
import { dayIn, instantIn } from './relative-date.ts'
import { fillVariables, readValues } from './variables.ts'

/** Minutes up to which a line without anything below it is a step, in no list of tasks. */
const LONGEST_STEP = 5
const TITLE = 500
const LABEL = 100

interface Plan {
  missing: string[]
  unknown: string[]
  /** The task itself first, then what stands below it, parents before children. */
  items: Planned[]
}

/** A task to be made; `parent` is the place of its parent among the others, -1 for the task itself. */
export interface Planned {
  title: string
  notes: string
  depth: number
  level: number
  parent: number
  minutes: number | null
  startOn: string | null
  dueAt: number | null
  deadlineOn: string | null
  labels: string[]
  ownerId: string | null
  assignees: Assignee[]
  recurrence: TaskRecurrence | null
}

/** What a template makes from a start day with these values. */
export function planOf(
  template: TaskTemplate,
  { start, zone, values }: { start: Day; zone: string; values: readonly string[] },
): Plan {
  const given = readValues(values)
  const known = new Set(template.variables.map(nameOrder))
  const fill = (text: string) => fillVariables(text, given).trim()
  const labels = template.labels.map((label) => fill(label).slice(0, LABEL))
  const root: Planned = {
    title: fill(template.title).slice(0, TITLE),
    notes: fillVariables(template.notes, given),
    depth: 0,
    level: rootLevel(template.steps),
    parent: -1,
    minutes: template.estimateMax ?? template.estimateMin,
    startOn: dayIn(template.startIn, start),
    dueAt: instantIn(template.dueIn, start, zone),
    deadlineOn: dayIn(template.deadlineIn, start),
    labels: labels.filter((label) => label !== ''),
    ownerId: template.ownerId,
    assignees: template.assignees,
    recurrence: template.recurrence,
  }
  const items = [root]
  // The last line of each depth is the parent of the next one that stands deeper.
  const last = [0]
  for (const [index, step] of template.steps.entries()) {
    const parent = last[step.depth]!
    const isParent = (template.steps[index + 1]?.depth ?? 0) > step.depth
    last[step.depth + 1] = items.length
    items.push({
      title: fill(step.title).slice(0, TITLE),
      notes: '',
      depth: step.depth + 1,
      level: levelUnder(items[parent]!.level, step, isParent),
      parent,
      minutes: step.minutes,
      startOn: null,
      dueAt: instantIn(step.dueIn, start, zone),
      deadlineOn: null,
      labels: [],
      ownerId: template.ownerId,
      assignees: [],
      recurrence: null,
    })
  }
  return {
    missing: template.variables.filter((name) => !given.has(nameOrder(name))),
    unknown: [...given].filter(([folded]) => !known.has(folded)).map(([, { name }]) => name),
    items,
  }
}

/** A task to be made, as a preview shows it. */
export function toPlannedTask({ parent: _, dueAt, ...planned }: Planned): PlannedTask {
  return { ...planned, dueAt: toInstantOrNull(dueAt) }
}

/** Three lines deep, the task is a sprint: below a task there are two levels. */
function rootLevel(steps: readonly TemplateStep[]): number {
  return steps.some(({ depth }) => depth >= 2) ? TASK - 1 : TASK
}

function levelUnder(parentLevel: number, { minutes, dueIn }: TemplateStep, isParent: boolean): number {
  if (parentLevel < TASK || isParent) return parentLevel + 1
  const isSmall = dueIn === null && (minutes === null || minutes <= LONGEST_STEP)
  return isSmall ? STEP : parentLevel + 1
}
