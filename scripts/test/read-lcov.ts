/** How many lines of a file can run, and how many did. */
export interface FileCoverage {
  path: string
  lines: number
  hit: number
}

/** Reads an lcov tracefile (geninfo(1)): a record a file, `LF` lines found and `LH` lines hit. */
export function readLcov(text: string): FileCoverage[] {
  return text
    .split('end_of_record')
    .map((record) => ({
      path: field(record, 'SF'),
      lines: Number(field(record, 'LF')),
      hit: Number(field(record, 'LH')),
    }))
    .filter(({ path }) => path !== '')
}

function field(record: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, 'm').exec(record)?.[1] ?? ''
}
