import { KeyCard } from '#ui/key-card.tsx'

const actions: [name: string, does: string][] = [
  ['list.next', 'next'],
  ['list.previous', 'previous'],
  ['list.enter', 'open'],
  ['mail.archive', 'archive'],
  ['mail.trash', 'trash'],
  ['mail.star', 'star'],
  ['mail.make-task', 'make a task'],
  ['shell.keys', 'all keys'],
]

/** What stands beside the list while no thread is open. */
export function NothingOpen() {
  return <KeyCard title="Pick a thread" hint="Click one, or leave the mouse alone." actions={actions} />
}
