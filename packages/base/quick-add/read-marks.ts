import type { Chip, Named } from './types.ts'

const MARK = /(?<=^|\s)([#+@])("[^"]+"|[^\s"•]+)(?=$|\s)/gu
const PRIORITY = /(?<=^|\s)!([1-3])(?=$|\s|[.,;])/g
const TRAILING = /[.,;:!?]+$/

/** `#label`, `+project`, `@person` and `!1` to `!3`. A project or person that nobody knows stays in the title. */
export function readMarks(text: string, projects: readonly Named[], people: readonly Named[]): Chip[] {
  const chips: Chip[] = []
  for (const match of text.matchAll(MARK)) {
    const name = match[2]!.startsWith('"') ? match[2]!.slice(1, -1).trim() : match[2]!.replace(TRAILING, '')
    const length = match[2]!.startsWith('"') ? match[0].length : name.length + 1
    const place = { start: match.index, end: match.index + length, text: match[0].slice(0, length) }
    if (match[1] === '#' && /\p{L}/u.test(name) && !name.includes('#'))
      chips.push({ ...place, kind: 'label', label: name })
    const known = match[1] === '+' ? findNamed(projects, name) : match[1] === '@' ? findPerson(people, name) : undefined
    if (known) chips.push({ ...place, kind: match[1] === '+' ? 'project' : 'person', id: known.id, name: known.name })
  }
  const priority = PRIORITY.exec(text)
  PRIORITY.lastIndex = 0
  if (priority)
    chips.push({
      kind: 'priority',
      priority: Number(priority[1]),
      start: priority.index,
      end: priority.index + 2,
      text: priority[0],
    })
  return onlyFirst(chips, 'project')
}

/** `+website-relaunch` is the project "Website relaunch": hyphens, spaces and letter case do not matter. */
function findNamed(known: readonly Named[], name: string): Named | undefined {
  const wanted = folded(name)
  return known.find((one) => folded(one.name) === wanted)
}

/** A member by name, or by the first name where one alone has it. */
function findPerson(people: readonly Named[], name: string): Named | undefined {
  const wanted = folded(name)
  const called = people.filter((person) => folded(person.name.split(/\s+/)[0]!) === wanted)
  return findNamed(people, name) ?? (called.length === 1 ? called[0] : undefined)
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
}

/** A task stands in one project: a second stays in the title. */
function onlyFirst(chips: Chip[], kind: Chip['kind']): Chip[] {
  const first = chips.find((chip) => chip.kind === kind)
  return chips.filter((chip) => chip.kind !== kind || chip === first)
}
