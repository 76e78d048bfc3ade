/** People by the name that stands behind the at sign. */
export type Picked = ReadonlyMap<string, string>

const MENTION = /@\[([^\]\n]{0,200})\]\(([0-9a-f-]{36})\)/g

/** A comment as it is typed: a mention is a name alone. */
export function toTyped(body: string): { text: string; picked: Map<string, string> } {
  const picked = new Map<string, string>()
  const text = body.replace(MENTION, (_, name: string, id: string) => {
    picked.set(name, id)
    return `@${name}`
  })
  return { text, picked }
}

/** A comment as it is kept: whoever was picked and still stands there is mentioned. Longer names go first. */
export function toKept(text: string, picked: Picked): string {
  const names = [...picked.keys()].sort((a, b) => b.length - a.length)
  if (names.length === 0) return text
  const pattern = new RegExp(`@(${names.map(quoted).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text.replace(pattern, (_, name: string) => `@[${name}](${picked.get(name)!})`)
}

/** A name as it can stand in a mention. */
export function plainName(name: string): string {
  return name
    .replace(/[[\]()\n]/g, ' ')
    .trim()
    .slice(0, 200)
}

/** The beginning of a name that is being typed before the cursor, and where its at sign stands. */
export function nameBefore(text: string, cursor: number): { start: number; typed: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}._-]{0,40})$/u.exec(text.slice(0, cursor))
  return match ? { start: cursor - match[1]!.length - 1, typed: match[1]! } : null
}

const quoted = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
