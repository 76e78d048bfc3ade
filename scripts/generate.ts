import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { stages } from './generate/generated-files.ts'
import { inProject } from './lib/project.ts'

/** `npm run generate` writes what is derived; with `--check` it only says whether something is stale. */
const check = process.argv.includes('--check')
const stale: string[] = []
let count = 0

for (const stage of stages) {
  for (const { path, text } of await stage()) {
    count += 1
    const present = await readFile(inProject(path), 'utf8').catch(() => null)
    if (present === text) continue
    stale.push(path)
    if (check) continue
    await mkdir(dirname(inProject(path)), { recursive: true })
    await writeFile(inProject(path), text)
  }
}

if (check && stale.length > 0) {
  console.log(`generated: stale: ${stale.join(', ')}. Run "npm run generate" and commit what changed.`)
  process.exitCode = 1
} else {
  const what = stale.length === 0 ? 'all fresh' : `written: ${stale.join(', ')}`
  console.log(`generated: ${count} files, ${what}`)
}
