import type { UndoContext } from '../undo/undo-task.ts'
import type { TemplateRow } from '../splitting/tables.ts'
import { findTemplate, storeTemplate } from './store.ts'

interface Stored {
  row: TemplateRow | null
}

/** Puts a template back to what it was, unless somebody has changed it since. */
export async function undoTemplate(
  context: UndoContext,
  id: string,
  { row: before }: Stored,
  { row: after }: Stored,
): Promise<boolean> {
  const current = (await findTemplate(context.db, id)) ?? null
  if (current?.rev !== after?.rev) return false
  const rev = (current?.rev ?? before!.rev) + 1
  await storeTemplate(context, current, before && { ...before, rev, updated_at: context.now() })
  return true
}
