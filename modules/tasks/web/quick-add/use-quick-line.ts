import { useMemo, useState } from 'react'
import { listMembers } from '#modules/identity/contract.ts'
import type { Chip, QuickAdd } from '#base/quick-add/types.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { useProjects } from '../projects.ts'
import type { LineReader } from './line-reader.ts'

interface QuickLine {
  text: string
  /** What the person put back into the title. */
  literal: string[]
  /** What the line means; null until somebody types and the reader is there. */
  read: QuickAdd | null
  type: (text: string) => void
  /** Makes a chip words of the title again. */
  reject: (chip: Chip) => void
  clear: () => void
  /** Puts a line back that could not be saved, unless the next one has begun. */
  putBack: (text: string, literal: string[]) => void
}

/** A line that is read as a task while it is typed. */
export function useQuickLine(): QuickLine {
  const [text, setText] = useState('')
  const [literal, setLiteral] = useState<string[]>([])
  const { reader, load } = useLineReader()
  const projects = useProjects()
  const people = useOperation(listMembers, { limit: 200 }, { enabled: text.includes('@') }).data?.items
  const read = useMemo(
    () =>
      reader && text.trim() !== ''
        ? reader(text, {
            literal,
            projects: projects.all.filter(({ archived }) => !archived),
            people: people ?? [],
          })
        : null,
    [reader, text, literal, projects.all, people],
  )
  return {
    text,
    literal,
    read,
    type: (next) => {
      load()
      setText(next)
      // Words that are typed anew may mean something again.
      setLiteral((kept) =>
        kept.every((words) => next.includes(words)) ? kept : kept.filter((words) => next.includes(words)),
      )
    },
    reject: (chip) => setLiteral((kept) => [...kept, chip.text]),
    clear: () => {
      setText('')
      setLiteral([])
    },
    putBack: (line, words) => {
      setText((now) => now || line)
      setLiteral((now) => (now.length > 0 ? now : words))
    },
  }
}

let opened: Promise<LineReader> | undefined

/** The reader comes when the first letter is typed: pages do without it. */
function useLineReader(): { reader: LineReader | null; load: () => void } {
  const [reader, setReader] = useState<LineReader | null>(null)
  const load = () => {
    if (reader) return
    opened ??= import('./line-reader.ts').then(({ openLineReader }) => openLineReader(navigator.language))
    // Without it the line is read by the server alone, once it is saved.
    opened.then((read) => setReader(() => read)).catch(() => (opened = undefined))
  }
  return { reader, load }
}
