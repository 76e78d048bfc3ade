import type { SplitKind, SplitScope } from '../../contract.ts'
import { nameOrder } from '../name-order.ts'
import { fillIn } from './fill-in.ts'
import { readTitle, type ReadTitle } from './read-title.ts'
import { scopeOf } from './scope-of.ts'
import type { SplitLanguage } from './split-language.ts'

export interface SplitQuestion {
  title: string
  /** What it is estimated at; null where nobody has. */
  minutes: number | null
  /** As how large it is taken, where somebody said. */
  scope?: SplitScope | undefined
  /** Whether parts can stand below it, or only steps, or only parts. */
  fits: 'steps' | 'parts' | 'either'
  /** What stands below it already. */
  present: readonly string[]
}

interface SplitAnswer {
  scope: SplitScope
  kind: SplitKind
  verb: string | null
  message: string
  items: SplitItem[]
}

export interface SplitItem {
  title: string
  minutes: number | null
}

/** Steps or parts for a task by the kind of work its title speaks of: the same question has the same answer. */
export function suggestByRules(languages: readonly SplitLanguage[], question: SplitQuestion): SplitAnswer {
  const { language, verb, object } = read(languages, question.title)
  const template = verb === null ? language.other : language.verbs[verb]!
  const { minutes, fits } = question
  const scope = question.scope ?? (minutes === null ? template.scope : scopeOf(minutes))
  const kind = fits === 'either' ? (scope === 'project' ? 'part' : 'step') : fits === 'parts' ? 'part' : 'step'
  // Where somebody asks for steps of something small, they get the shortest outline.
  if (scope === 'simple' && question.scope === undefined)
    return { scope, kind, verb, message: language.messages.simple, items: [] }

  const lines = kind === 'part' ? readLines(template.parts ?? language.other.parts) : readLines(template.steps)
  const worded = (kind === 'part' ? shared(lines, minutes) : inTime(lines, minutes)).map((item) => ({
    ...item,
    title: fillIn(language, item.title, object),
  }))
  const present = new Set(question.present.map(nameOrder))
  const items = worded.filter(({ title }) => !present.has(nameOrder(title)))
  const { messages } = language
  const message = items.length === 0 ? messages.nothing : kind === 'part' ? messages.parts : messages.steps
  return { scope, kind, verb, message, items }
}

/** What a title says in the first language that knows a verb of it. */
function read(languages: readonly SplitLanguage[], title: string): ReadTitle & { language: SplitLanguage } {
  for (const language of languages) {
    const said = readTitle(language, title)
    if (said.verb !== null) return { ...said, language }
  }
  return { ...readTitle(languages[0]!, title), language: languages[0]! }
}

interface Line {
  /** 0 always, 1 and 2 where there is time. */
  rank: number
  minutes: number
  title: string
}

function readLines(outline: string): Line[] {
  return [...outline.matchAll(/^\s*(\+*)(\d+) (.+)$/gmu)].map(([, pluses, minutes, title]) => ({
    rank: pluses!.length,
    minutes: Number(minutes),
    title: title!.trim(),
  }))
}

/** What a task of unknown length is taken to need. */
const USUAL_MINUTES = 30

/** The lines that always stand, and of the others, those that matter more first, as many as there is time for. */
function inTime(lines: readonly Line[], minutes: number | null): SplitItem[] {
  const chosen = new Set(lines.filter(({ rank }) => rank === 0))
  let left = (minutes ?? USUAL_MINUTES) - sumOf([...chosen])
  for (const line of lines.filter(({ rank }) => rank > 0).sort((a, b) => a.rank - b.rank)) {
    if (line.minutes > left) continue
    chosen.add(line)
    left -= line.minutes
  }
  return lines.filter((line) => chosen.has(line)).map(({ title, minutes: each }) => ({ title, minutes: each }))
}

/** The minutes of a project dealt out by the shares of its parts, in steps of five. */
function shared(lines: readonly Line[], minutes: number | null): SplitItem[] {
  const shares = sumOf(lines)
  return lines.map((line) => ({
    title: line.title,
    minutes: minutes === null ? null : Math.max(5, Math.round((minutes * line.minutes) / shares / 5) * 5),
  }))
}

function sumOf(lines: readonly { minutes: number }[]): number {
  return lines.reduce((sum, { minutes }) => sum + minutes, 0)
}
