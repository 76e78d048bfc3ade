import type { BoundAction } from '#ui/keyboard/key-map.ts'

/** The actions that fit what is typed, by group: by their names, or by the key itself. */
export function groupActions(actions: readonly BoundAction[], text: string): [string, BoundAction[]][] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = actions.filter(
    ({ label, group, keys }) =>
      keys === text.trim() || words.every((word) => `${label} ${group}`.toLowerCase().includes(word)),
  )
  return [...Map.groupBy(fitting, ({ group }) => group)]
}
