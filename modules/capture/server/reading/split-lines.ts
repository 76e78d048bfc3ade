/** A line of a dump, without what marks it as one of a list. */
export interface DumpLine {
  text: string
  /** It stands in a list. */
  listed: boolean
  /** Its box is ticked: it is done already. */
  ticked: boolean
  /** The words above its list. */
  heading: string | null
}

const BULLET = /^(?:[-*•‣◦–—+]|[-*•]?\s*(?=\[[ xX]\]))\s*(?=\S)/
const BOX = /^\[([ xX])\]\s*/
const NUMBER = /^(\d{1,3})[.)]\s+(?=\S)/

/** The lines of a dump that say something; a heading goes with the lines below it, up to the next gap. */
export function splitLines(text: string): DumpLine[] {
  const rows = text.split(/\r\n|\r|\n/).map((row) => row.trim())
  const lines: DumpLine[] = []
  let heading: string | null = null
  for (const [index, row] of rows.entries()) {
    if (row === '') {
      heading = null
      continue
    }
    const above = headingOf(row)
    // A heading under which nothing stands is a line like any other.
    if (above !== null && (rows[index + 1] ?? '') !== '') {
      heading = above
      continue
    }
    const numbered = isNumbered(rows, index)
    const rest = numbered ? row.replace(NUMBER, '') : row.replace(BULLET, '')
    const box = BOX.exec(rest)
    const line = {
      text: rest.replace(BOX, ''),
      listed: rest !== row || box !== null || heading !== null,
      ticked: box !== null && box[1] !== ' ',
      heading,
    }
    if (line.text !== '') lines.push(line)
  }
  return lines
}

/** "Shopping:" or "# Shopping". */
function headingOf(row: string): string | null {
  const marked = /^#{1,6}\s+(.{1,80})$/.exec(row)
  const ended = /^(?:[*_]{1,2})?([^.!?:]{1,60}?)(?:[*_]{1,2})?\s*:(?:[*_]{1,2})?$/.exec(row)
  const name = (marked ?? ended)?.[1]?.replace(/:$/, '').trim()
  return name === undefined || name === '' ? null : name
}

/** A number is a bullet where another stands before or behind it: "3. Dezember" alone is a date. */
function isNumbered(rows: readonly string[], index: number): boolean {
  const number = numberOf(rows[index])
  if (number === null) return false
  return numberOf(rows[index - 1]) === number - 1 || numberOf(rows[index + 1]) === number + 1
}

function numberOf(row: string | undefined): number | null {
  const match = NUMBER.exec(row ?? '')
  return match && Number(match[1])
}
