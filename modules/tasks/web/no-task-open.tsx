import { KeyCard } from '#ui/key-card.tsx'

const actions: [name: string, does: string][] = [
  ['tasks.new', 'new task'],
  ['list.next', 'next'],
  ['list.previous', 'previous'],
  ['list.enter', 'open'],
  ['tasks.done', 'done'],
  ['tasks.trash', 'trash'],
  ['shell.capture', 'capture'],
  ['shell.keys', 'all keys'],
]

/** What stands beside the list while no task is open. */
export function NoTaskOpen() {
  return <KeyCard title="One thing at a time" hint="Open a task to see its notes and mail." actions={actions} />
}
