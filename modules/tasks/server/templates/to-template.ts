import { toInstant } from '#base/time.ts'
import type { Assignee, TaskRecurrence, TaskTemplate, TemplateStep } from '../../contract.ts'
import type { TemplateRow } from '../splitting/tables.ts'
import { variablesIn } from './variables.ts'

/** A row of templates as the API shows it. */
export function toTemplate(row: TemplateRow): TaskTemplate {
  const labels = JSON.parse(row.labels) as string[]
  const steps = JSON.parse(row.steps) as TemplateStep[]
  return {
    id: row.id,
    rev: row.rev,
    name: row.name,
    title: row.title,
    notes: row.notes,
    priority: row.priority,
    energy: row.energy,
    estimateMin: row.estimate_min,
    estimateMax: row.estimate_max,
    startIn: row.start_in,
    dueIn: row.due_in,
    deadlineIn: row.deadline_in,
    projectId: row.project_id,
    labels,
    ownerId: row.owner_id,
    assignees: JSON.parse(row.assignees) as Assignee[],
    recurrence: row.recurrence === null ? null : (JSON.parse(row.recurrence) as TaskRecurrence),
    steps,
    variables: variablesIn([row.title, row.notes, ...labels, ...steps.map(({ title }) => title)]),
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
  }
}
