import { KeyCard } from '#ui/key-card.tsx'

const actions: [name: string, does: string][] = [
  ['tasks.new', 'new template'],
  ['list.next', 'next'],
  ['list.previous', 'previous'],
  ['list.enter', 'open'],
  ['tasks.trash', 'remove'],
]

/** What stands beside the list while no template is open. */
export function NoTemplateOpen() {
  return <KeyCard title="Write it down once" hint="Open a template to use or change it." actions={actions} />
}
