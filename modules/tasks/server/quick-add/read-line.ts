import { parseQuickAdd } from '#base/quick-add/parse-quick-add.ts'
import { quickAddLanguage } from '#base/quick-add/quick-add-language.ts'
import type { QuickAdd } from '#base/quick-add/types.ts'
import { serverLocale } from '#base/server-locale.ts'
import type { Actor } from '#kernel/actor.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { TaskRecurrence } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { useLabels } from '../labels/use-labels.ts'
import { assigneesText } from '../people/are-members.ts'
import { ownerOf } from '../people/who.ts'
import type { TaskFields } from '../save-task.ts'
import { peopleFor, projectsFor } from './known-names.ts'

/** A line as it was written: when, where and in which language. */
export interface WrittenLine {
  text: string
  literal: readonly string[]
  zone: string
  locale: string | undefined
  /** Epoch milliseconds. */
  writtenAt: number
}

/** Reads a line with the projects and people that it can name. */
export async function readLine(
  { db, ask }: { db: ReadDatabase<TasksTables>; ask: CommandContext<never>['ask'] },
  { text, literal, zone, locale, writtenAt }: WrittenLine,
): Promise<QuickAdd> {
  return parseQuickAdd(text, {
    language: quickAddLanguage(locale ?? serverLocale()),
    now: writtenAt,
    timeZone: zone,
    projects: await projectsFor(text, db),
    people: await peopleFor(text, ask),
    literal,
  })
}

/** What a read line says of a task. Labels that it is the first to name are made. */
export async function fieldsOfLine(
  { db, actor, now }: { db: WriteDatabase<TasksTables>; actor: Actor; now: () => number },
  line: QuickAdd,
  zone: string,
): Promise<Partial<TaskFields> & { title: string }> {
  const recurrence: TaskRecurrence | null =
    line.recurrence === null ? null : { rule: line.recurrence, zone, from: 'due', onMiss: 'skip' }
  return {
    title: line.title,
    priority: line.priority ?? 0,
    start_on: line.startOn,
    due_at: line.dueAt,
    estimate_min: line.estimateMinutes,
    estimate_max: line.estimateMinutes,
    project_id: line.projectId,
    labels: await useLabels(db, line.labels, now()),
    owner_id: ownerOf(actor),
    assignees: assigneesText(
      line.personIds.map((userId, index) => ({ userId, role: index === 0 ? 'owner' : 'helper' })),
    ),
    recurrence: recurrence && JSON.stringify(recurrence),
  }
}
