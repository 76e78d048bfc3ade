import type { ItemKind } from '../../contract.ts'
import { askQuestions } from './ask-questions.ts'
import { classify, type Judgement } from './classify.ts'
import { capitalised, lineOf } from './line-text.ts'
import { MOST_PIECES, type Dump, type Piece, type Reading, type Understanding } from './reading.ts'
import { listedThings } from './shopping.ts'
import { splitDeeds } from './split-deeds.ts'
import { splitLines, type DumpLine } from './split-lines.ts'
import { splitSentences } from './split-sentences.ts'
import { understand } from './understand.ts'

/** Reads a dump by rules. Nothing of it is dropped: what is no thing to do is a note. */
export function readDump(dump: Dump): Reading {
  const steps = readInSteps(dump)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same a line at a time, so that others have their turn between. */
export function* readInSteps(dump: Dump): Generator<void, Reading> {
  const understanding = understand(dump)
  const lines = splitLines(dump.text)
  const pieces: Piece[] = []
  for (const [index, line] of lines.entries()) {
    const read = dump.way === 'manual' ? [asItStands(line, understanding)] : readLine(line, understanding)
    if (pieces.length + read.length > MOST_PIECES - 1 && index < lines.length) {
      pieces.push(theRest(lines.slice(index)))
      break
    }
    pieces.push(...read)
    yield
  }
  return { readBy: 'rules', pieces, questions: dump.way === 'clarify' ? askQuestions(pieces, understanding) : [] }
}

/** Where the person decides, nothing is chosen and no line is taken apart. */
function asItStands(line: DumpLine, understanding: Understanding): Piece {
  const named = kindOfHeading(line.heading, understanding)
  const why = 'It stands as you wrote it'
  const judgement: Judgement = { kind: named ?? 'task', lines: [line.text], sure: 'unsure', why }
  const plain = { ...line, ticked: false, heading: named === null ? line.heading : null }
  return { ...toPieces(judgement, line.text, plain)[0]!, chosen: false }
}

function readLine(line: DumpLine, understanding: Understanding): Piece[] {
  const kind = kindOfHeading(line.heading, understanding)
  if (kind !== null) return underHeading(line.text, kind, line, understanding)
  const labelled = labelOf(line.text, understanding)
  if (labelled) return underHeading(labelled.rest, labelled.kind, line, understanding)
  return splitSentences(line.text, understanding.words)
    .flatMap((sentence) => splitDeeds(sentence, understanding))
    .flatMap((clause) => toPieces(classify(clause, line.listed, understanding), clause, line))
}

function underHeading(text: string, kind: ItemKind, line: DumpLine, understanding: Understanding): Piece[] {
  const lines = kind === 'shopping' ? listedThings(text, understanding) : [capitalised(text)]
  const judgement: Judgement = { kind, lines, sure: 'sure', why: 'You called it that' }
  return toPieces(judgement, line.text, { ...line, heading: null })
}

/** "Idea: a shed of glass", "Shopping: milk, eggs". */
function labelOf(text: string, { words }: Understanding): { kind: ItemKind; rest: string } | null {
  const match = /^([^:]{2,40}?)\s*:\s+(\S.*)$/s.exec(text) ?? null
  const kind = match && kindNamed(match[1]!, words.headings)
  return kind && { kind, rest: match[2]! }
}

function kindOfHeading(heading: string | null, { words }: Understanding): ItemKind | null {
  return heading === null ? null : kindNamed(heading, words.headings)
}

function kindNamed(name: string, headings: Understanding['words']['headings']): ItemKind | null {
  const found = Object.entries(headings).find(([, pattern]) => pattern.test(name.trim()))
  return found ? (found[0] as ItemKind) : null
}

function toPieces({ kind, lines, sure, why }: Judgement, source: string, { ticked, heading }: DumpLine): Piece[] {
  return lines.map((line) => {
    const text = lineOf(line)
    const whole = text.endsWith('…') && !line.endsWith('…') ? line : ''
    return {
      kind,
      text,
      literal: [],
      // Of a list, what it was called is kept with each of its things.
      notes: [heading, whole].filter(Boolean).join('\n\n'),
      steps: [],
      source: source.trim(),
      chosen: !ticked,
      sure,
      why: ticked ? 'You ticked it already' : why,
    }
  })
}

/** What is too much to look through is kept as one note. */
function theRest(lines: readonly DumpLine[]): Piece {
  const source = lines.map(({ text }) => text).join('\n')
  return {
    kind: 'note',
    text: `${lines.length} more lines`,
    literal: [],
    notes: source.slice(0, 20_000),
    steps: [],
    source: source.slice(0, 20_000),
    chosen: true,
    sure: 'unsure',
    why: `A dump is read as ${MOST_PIECES} pieces at most`,
  }
}
