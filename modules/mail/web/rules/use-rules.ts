import { useQueryClient } from '@tanstack/react-query'
import { createRule, deleteRule, listRules, orderRules, updateRule, type Rule } from '#modules/mail/contract/rules.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

interface Rules {
  items: Rule[]
}

/** The rules of this person in their order, and what is done with them: shown at once, read anew from the server. */
export function useRules() {
  const cache = useQueryClient()
  const rules = useOperation(listRules, {})
  const key = operationKey(listRules, {})
  const refresh = () => cache.invalidateQueries({ queryKey: operationKey(listRules) })

  const change = async (patch: (items: Rule[]) => Rule[], call: () => Promise<unknown>): Promise<boolean> => {
    // An answer that is still on its way would bring back how it was.
    await cache.cancelQueries({ queryKey: key })
    cache.setQueryData<Rules>(key, (now) => now && { items: patch(now.items) })
    const made = await call().then(
      () => true,
      (error: unknown) => (showProblem(error), false),
    )
    await refresh()
    return made
  }

  const putBack = async ({ name, query, connectionId, actions, enabled, stop, id }: Rule, order: string[]) => {
    try {
      const back = await api.call(createRule, { name, query, connectionId, actions, enabled, stop })
      await api.call(orderRules, { ids: order.map((other) => (other === id ? back.id : other)) })
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }

  return {
    ...rules,
    refresh: () => void refresh(),
    switchRule: (rule: Rule, enabled: boolean) =>
      change(
        (items) => items.map((item) => (item.id === rule.id ? { ...item, enabled } : item)),
        () => api.call(updateRule, { id: rule.id, enabled }),
      ),
    async move(rule: Rule, by: 1 | -1) {
      const items = rules.data?.items ?? []
      const from = items.findIndex(({ id }) => id === rule.id)
      const moved = items.toSpliced(from, 1).toSpliced(from + by, 0, rule)
      const made = await change(
        () => moved,
        () => api.call(orderRules, { ids: moved.map(({ id }) => id) }),
      )
      if (made) announce(`${rule.name} is rule ${from + by + 1} of ${items.length} now`)
    },
    async remove(rule: Rule) {
      const order = (rules.data?.items ?? []).map(({ id }) => id)
      const made = await change(
        (items) => items.filter(({ id }) => id !== rule.id),
        () => api.call(deleteRule, { id: rule.id }),
      )
      if (!made) return
      showToast({
        message: `The rule ${rule.name} is removed`,
        detail: 'What it did stays.',
        undo: () => void putBack(rule, order),
      })
    },
  }
}
