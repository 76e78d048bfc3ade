import { runCells, runPaths } from './test/run-cells.ts'
import { ensureRealServers } from './test/real-servers.ts'
import { findSamples } from './test/samples.ts'
import { printCoverage } from './test/coverage.ts'
import { printTotal, type Cell } from './test/cell.ts'
import { houseCell } from './test/house-cell.ts'

/**
 * `npm test [PATH…] [--coverage]`: everything, or the tests below some paths. A line a cell, what was not run by name,
 * and at the end one line with the total. With CI=true what cannot be run is a failure.
 */
const paths = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const strict = process.env.CI === 'true'
const samples = findSamples()
if (samples) process.env.DAYBOOK_SAMPLES = samples
const missing = paths.length === 0 ? await ensureRealServers() : []

if (process.argv.includes('--coverage')) {
  process.exitCode = await printCoverage(paths)
} else {
  const cells: Cell[] = paths.length === 0 ? [await houseCell(), ...(await runCells())] : await runPaths(paths)
  for (const line of missing) console.log(`not here: ${line}`)
  if (!samples) console.log('not here: sample data (DAYBOOK_SAMPLES, or ../shared/samples)')
  process.exitCode = printTotal(cells, { strict })
}
