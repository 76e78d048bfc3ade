import type { Cell } from './cell.ts'

/** Files of which one cell ran more tests than another: something was left out without a word. */
export function differences(files: readonly string[], cells: readonly Cell[]): string[] {
  return files.flatMap((file) => {
    const counts = cells.map(({ name, files: counted }) => ({ name, count: counted?.get(file) ?? 0 }))
    if (new Set(counts.map(({ count }) => count)).size <= 1) return []
    return [`${file}: ${counts.map(({ name, count }) => `${count} in "${name}"`).join(', ')}`]
  })
}

/** The comparison as a cell of its own: a file with the same count everywhere is a test that passed. */
export function comparisonCell(files: readonly string[], cells: readonly Cell[]): Cell {
  const different = differences(files, cells)
  for (const line of different) console.log(`Not the same in every cell: ${line}`)
  return {
    name: 'same everywhere',
    passed: files.length - different.length,
    failed: different.length,
    notRun: [],
    seconds: 0,
  }
}
