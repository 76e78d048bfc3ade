import type { SettingDefinition } from '#contract/setting.ts'
import { hasAccess, type Actor } from '../actor.ts'
import { handlersFor, type OperationHandler } from '../handlers.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import type { Transaction } from '../database/port.ts'
import type { Services } from '../services.ts'
import { readSetting, writeSetting } from '../settings/setting-store.ts'
import { listSettings, updateSetting } from './contract.ts'

const { command, query } = handlersFor<never>()

/** Settings at their three levels; what is not a person's own is an admin's to change. */
export function settingOperations(services: () => Services): OperationHandler[] {
  const list = query(listSettings, async (context) => {
    const definitions = [...services().registry.settings.values()]
    const items = []
    for (const definition of definitions) items.push(await toSetting(transactionOf(context), context.actor, definition))
    return { items }
  })

  const update = command(updateSetting, async (context, { name, value }) => {
    const definition = services().registry.settings.get(name)
    if (!definition) return context.fail('setting-not-found')
    if (!mayChange(context.actor, definition.level)) return context.fail('setting-refused')
    const parsed = definition.schema.safeParse(value)
    if (!parsed.success)
      return context.fail('bad-setting', {
        errors: parsed.error.issues.map(({ message }) => ({ pointer: '/value', message })),
      })

    const transaction = transactionOf(context)
    const before = await readSetting(transaction, context.actor, definition)
    await writeSetting(transaction, context.actor, definition, parsed.data)
    context.changed({ name, value: before }, { name, value: parsed.data })
    return toSetting(transaction, context.actor, definition)
  })

  return [list, update]
}

async function toSetting(transaction: Transaction, actor: Actor, definition: SettingDefinition) {
  const { name, summary, level } = definition
  return { name, summary, level, value: await readSetting(transaction, actor, definition), default: definition.default }
}

/** What counts for everybody is for whoever keeps this Daybook to change. */
function mayChange(actor: Actor, level: SettingDefinition['level']): boolean {
  if (level === 'person') return true
  return hasAccess(actor, level === 'workspace' ? 'admin' : 'instance-admin')
}
