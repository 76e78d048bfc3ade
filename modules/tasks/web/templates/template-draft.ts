import type { Assignee, TaskTemplate, TemplateStep } from '#modules/tasks/contract.ts'
import { readOutline, writeOutline } from './outline.ts'

/** A template as it is typed. */
export interface TemplateDraft {
  name: string
  title: string
  notes: string
  outline: string
  labels: string
  estimate: string
  priority: string
  projectId: string
  startIn: string
  dueIn: string
  deadlineIn: string
  /** Whether it comes again as the task it was saved from. */
  repeats: boolean
  ownerId: string | null
  assignees: Assignee[]
}

/** What a form sends. */
export interface TemplateFields {
  name: string
  title: string
  notes: string
  priority: number
  estimateMin: number | null
  estimateMax: number | null
  startIn: string | null
  dueIn: string | null
  deadlineIn: string | null
  projectId: string | null
  labels: string[]
  ownerId: string | null
  assignees: Assignee[]
  steps: TemplateStep[]
}

/** A template as a form shows it; nothing is a new one. */
export function draftOf(template: TaskTemplate | null): TemplateDraft {
  const { estimateMin = null, estimateMax = null } = template ?? {}
  return {
    name: template?.name ?? '',
    title: template?.title ?? '',
    notes: template?.notes ?? '',
    outline: writeOutline(template?.steps ?? []),
    labels: (template?.labels ?? []).join(', '),
    estimate: [...new Set([estimateMin, estimateMax])].filter((minutes) => minutes !== null).join('-'),
    priority: String(template?.priority ?? 0),
    projectId: template?.projectId ?? '',
    startIn: template?.startIn ?? '',
    dueIn: template?.dueIn ?? '',
    deadlineIn: template?.deadlineIn ?? '',
    repeats: (template?.recurrence ?? null) !== null,
    ownerId: template?.ownerId ?? null,
    assignees: template?.assignees ?? [],
  }
}

/** What was typed as the fields of a template; one without a name is called like its task. */
export function fieldsOf(draft: TemplateDraft): TemplateFields {
  const [first = null, second = first] = [...draft.estimate.matchAll(/\d{1,6}/g)].map(([digits]) => Number(digits))
  const when = (text: string) => text.trim() || null
  return {
    name: draft.name.trim() || draft.title.trim().slice(0, 200),
    title: draft.title.trim(),
    notes: draft.notes,
    priority: Number(draft.priority),
    estimateMin: first === null || second === null ? null : Math.min(first, second),
    estimateMax: first === null || second === null ? null : Math.max(first, second),
    startIn: when(draft.startIn),
    dueIn: when(draft.dueIn),
    deadlineIn: when(draft.deadlineIn),
    projectId: draft.projectId || null,
    labels: [...new Set(draft.labels.split(',').map((name) => name.trim().replace(/^#/, '')))].filter(Boolean),
    ownerId: draft.ownerId,
    assignees: draft.assignees,
    steps: readOutline(draft.outline),
  }
}
