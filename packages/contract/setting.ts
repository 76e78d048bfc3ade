import type { z } from 'zod'

/** A typed setting with a default and the level it is kept at. */
export interface SettingDefinition<Value = unknown> {
  kind: 'setting'
  name: string
  summary: string
  level: 'instance' | 'workspace' | 'person'
  schema: z.ZodType<Value>
  default: Value
}

/** Declares a setting. */
export function defineSetting<Value>(definition: Omit<SettingDefinition<Value>, 'kind'>): SettingDefinition<Value> {
  return { kind: 'setting', ...definition }
}
