import type { Task, TaskValues, TaskVersion } from '#modules/tasks/contract.ts'

/** A change of one field that a person made and was told of. */
export interface Edit {
  taskId: string
  field: keyof TaskValues
  base: unknown
  value: unknown
}

/** What became of all edits: each holds, is kept as a version, or was replaced by somebody who saw it. */
export class Ledger {
  readonly edits: Edit[] = []
  readonly #tried: Edit[] = []

  /** Somebody is about to change something; perhaps their window closes before they are told. */
  tries(before: Task, wanted: TaskValues): void {
    this.#tried.push(...editsOf(before, wanted))
  }

  wrote(before: Task, wanted: TaskValues, after: Task): void {
    const said = wanted.status === undefined ? wanted : { ...wanted, status: after.status }
    this.edits.push(...editsOf(before, said))
  }

  /** The edits that are nowhere any more. */
  lost(tasks: readonly Task[], versions: ReadonlyMap<string, readonly TaskVersion[]>): Edit[] {
    return this.edits.filter((edit) => {
      const task = tasks.find(({ id }) => id === edit.taskId)
      if (!task) return true
      const kept = (versions.get(edit.taskId) ?? []).map(({ values }) => values[edit.field])
      const holds = [valueOf(task, edit.field), ...kept].some((value) => value !== undefined && says(edit, value))
      return !holds && ![...this.edits, ...this.#tried].some((other) => replaces(other, edit))
    })
  }
}

const editsOf = (before: Task, wanted: TaskValues): Edit[] =>
  (Object.keys(wanted) as (keyof TaskValues)[]).map((field) => ({
    taskId: before.id,
    field,
    base: valueOf(before, field),
    value: wanted[field],
  }))

/** Whether a value has in it what an edit brought: of notes its lines, of labels what came and what went. */
function says({ field, base, value }: Edit, found: unknown): boolean {
  if (field === 'notes') return added(linesOf(base), linesOf(value)).every((line) => linesOf(found).includes(line))
  if (field !== 'labels') return JSON.stringify(value) === JSON.stringify(found)
  const [before, after, there] = [base as string[], value as string[], found as string[]]
  return (
    added(before, after).every((name) => there.includes(name)) &&
    !added(after, before).some((name) => there.includes(name))
  )
}

/** Whether an edit was made by somebody who saw what another had brought, and no longer wanted it. */
function replaces(other: Edit, edit: Edit): boolean {
  if (other === edit || other.taskId !== edit.taskId || other.field !== edit.field) return false
  // Whoever completes a task does so from wherever it is open: it goes back there when it is opened again.
  if (edit.field === 'status' && other.value === 'done' && edit.value !== 'done') return true
  return says(edit, other.base) && !says(edit, other.value)
}

export const valueOf = (task: Task, field: keyof TaskValues): unknown =>
  field === 'trashed' ? task.deletedAt !== null : task[field]

const linesOf = (notes: unknown): string[] => String(notes).split('\n')
const added = (before: readonly string[], after: readonly string[]) => after.filter((each) => !before.includes(each))
