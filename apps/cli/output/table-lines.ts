import { cellText } from './cell-text.ts'
import { cutToWidth, textWidth } from './plain-text.ts'

/** Records as a table: a row each, columns as wide as the terminal allows; ids stay whole so that they can be copied. */
export function tableLines(
  items: Record<string, unknown>[],
  { width, marks }: { width: number; marks: boolean },
): string[] {
  const names = columnsOf(items)
  const rows = items.map((item) => names.map((name) => cellText(item[name]).replaceAll(HIT, '')))
  const widest = names.map((name, column) => Math.max(name.length, ...rows.map((row) => textWidth(row[column]!))))
  const widths = fit(names, widest, width)
  const toLine = (cells: string[]) =>
    cells
      .map((cell, column) => pad(cutToWidth(cell, widths[column]!), widths[column]!))
      .join('  ')
      .trimEnd()
  const head = toLine(names.map((name) => cutToWidth(name, widths[names.indexOf(name)]!)))
  return [marks ? `\u001B[1m${head}\u001B[0m` : head, ...rows.map(toLine)]
}

// Search marks what matched with U+0002 and U+0003.
// oxlint-disable-next-line no-control-regex
const HIT = /[\u0002\u0003]/g
const NARROWEST = 16

/** The members worth a column: not those empty in every row, nor revisions, nor what only programs need. */
function columnsOf(items: Record<string, unknown>[]): string[] {
  const names = [...new Set(items.flatMap((item) => Object.keys(item)))]
  return names.filter(
    (name) => !HIDDEN.has(name) && items.some((item) => cellText(item[name]) !== '' && item[name] !== false),
  )
}

const HIDDEN = new Set(['rev', 'kind', 'size', 'parentId', 'threadId', 'updatedAt', 'to', 'labels', 'job', 'bytes'])

/** Shares the terminal out: columns that are short keep their width, the widest give way first. */
function fit(names: string[], widest: number[], width: number): number[] {
  const widths = widest.map((wanted) => Math.min(wanted, 60))
  const total = () => widths.reduce((sum, each) => sum + each + 2, -2)
  while (total() > width) {
    const pressure = widths.map((each, column) =>
      each <= NARROWEST || names[column] === 'id' ? 0 : each / weightOf(names[column]!),
    )
    const largest = pressure.indexOf(Math.max(...pressure))
    if (pressure[largest] === 0) break
    widths[largest]! -= 1
  }
  return widths
}

/** What names a record keeps its room longest. */
const weightOf = (name: string) => (/^(title|subject|name)$/.test(name) ? 3 : 1)

const pad = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - textWidth(text)))
