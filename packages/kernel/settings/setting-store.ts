import type { SettingDefinition } from '#contract/setting.ts'
import { personOf, type Actor } from '../actor.ts'
import type { Transaction } from '../database/port.ts'

/** A setting's value at its level, or its default. A value that its schema no longer takes counts as the default. */
export async function readSetting<Value>(
  transaction: Transaction,
  actor: Actor,
  definition: SettingDefinition<Value>,
): Promise<Value> {
  const row = await transaction.get(
    'SELECT value FROM settings WHERE level = ? AND scope_id = ? AND name = ?',
    definition.level,
    scopeOf(actor, definition),
    definition.name,
  )
  if (!row) return definition.default
  const parsed = definition.schema.safeParse(JSON.parse(String(row.value)))
  return parsed.success ? parsed.data : definition.default
}

/** Keeps a value that the schema has taken. */
export async function writeSetting(
  transaction: Transaction,
  actor: Actor,
  definition: SettingDefinition,
  value: unknown,
): Promise<void> {
  await transaction.run(
    'INSERT INTO settings (level, scope_id, name, value) VALUES (?, ?, ?, ?) ON CONFLICT (level, scope_id, name) DO UPDATE SET value = excluded.value',
    definition.level,
    scopeOf(actor, definition),
    definition.name,
    JSON.stringify(value),
  )
}

function scopeOf(actor: Actor, definition: SettingDefinition<any>): string {
  if (definition.level === 'instance') return ''
  return definition.level === 'workspace' ? actor.workspaceId : personOf(actor)
}
