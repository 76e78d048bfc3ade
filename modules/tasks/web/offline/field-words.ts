import type { TaskValues } from '#modules/tasks/contract.ts'
import { dayInWords, fullDate } from '#ui/format.ts'
import { kindName, priorityName, statusName } from '../words.ts'

type Field = keyof TaskValues

const names: Record<Field, string> = {
  title: 'title',
  notes: 'notes',
  status: 'state',
  priority: 'priority',
  startOn: 'start',
  dueAt: 'due date',
  deadlineOn: 'deadline',
  estimateMin: 'estimate',
  estimateMax: 'estimate',
  spentMinutes: 'time spent',
  energy: 'energy',
  projectId: 'project',
  labels: 'labels',
  ownerId: 'owner',
  assignees: 'people',
  kind: 'kind',
  trashed: 'trash',
}

/** What the fields of some values are called, each once. */
export function fieldNames(values: TaskValues): string[] {
  return [...new Set((Object.keys(values) as Field[]).map((field) => names[field]))]
}

/** What some values say, for people. */
export function valueWords(values: TaskValues, projectName: (id: string) => string | undefined): string {
  const { estimateMin, estimateMax, ...rest } = values
  if (estimateMin !== undefined || estimateMax !== undefined) return estimateWords(estimateMin, estimateMax)
  const [field, value] = (Object.entries(rest)[0] ?? ['', null]) as [Field, unknown]
  if (field === 'trashed') return value ? 'In the trash' : 'Not in the trash'
  if (value === null || value === '') return 'Nothing'
  switch (field) {
    case 'status':
      return statusName[rest.status!]
    case 'kind':
      return kindName[rest.kind!]
    case 'priority':
      return priorityName[rest.priority!]!
    case 'dueAt':
      return fullDate(String(value))
    case 'startOn':
    case 'deadlineOn':
      return dayInWords(new Date(`${String(value)}T00:00`).toISOString())
    case 'projectId':
      return projectName(String(value)) ?? 'A project'
    case 'labels':
      return rest.labels!.length > 0 ? rest.labels!.map((label) => `#${label}`).join(' ') : 'No labels'
    case 'assignees':
      return rest.assignees!.length === 1 ? '1 person' : `${rest.assignees!.length} people`
    case 'spentMinutes':
      return `${String(value)} min`
    case 'ownerId':
      return 'Somebody'
    default:
      return String(value)
  }
}

function estimateWords(from: number | null = null, to: number | null = null): string {
  const said = [...new Set([from, to].filter((minutes) => minutes !== null))]
  return said.length === 0 ? 'No estimate' : `${said.join(' to ')} min`
}
