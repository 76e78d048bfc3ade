import { KeyCard } from '#ui/key-card.tsx'

const keys: [string, string][] = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['e', 'archive'],
  ['#', 'trash'],
  ['s', 'star'],
  ['t', 'make a task'],
  ['?', 'all keys'],
]

/** What stands beside the list while no thread is open. */
export function NothingOpen() {
  return <KeyCard title="Pick a thread" hint="Click one, or leave the mouse alone." keys={keys} />
}
