import { KeyCard } from '#ui/key-card.tsx'

const keys: [string, string][] = [
  ['n', 'new task'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['x', 'done'],
  ['#', 'trash'],
  ['c', 'capture'],
  ['?', 'all keys'],
]

/** What stands beside the list while no task is open. */
export function NoTaskOpen() {
  return <KeyCard title="One thing at a time" hint="Open a task to see its notes and mail." keys={keys} />
}
