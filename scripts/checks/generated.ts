import { readFile } from 'node:fs/promises'
import { stages, type GeneratedFile } from '../generate/generated-files.ts'
import { inProject } from '../lib/project.ts'
import type { CheckResult } from './check-result.ts'

/** Generated files are committed, and must be what the generator writes now. */
export async function checkGenerated(): Promise<CheckResult> {
  const files: GeneratedFile[] = []
  for (const stage of stages) files.push(...(await stage()))
  const faults: string[] = []
  for (const { path, text } of files) {
    const present = await readFile(inProject(path), 'utf8').catch(() => null)
    if (present !== text)
      faults.push(
        `${path} is ${present === null ? 'missing' : 'stale'}: run "npm run generate" and commit what changed`,
      )
  }
  return { name: 'generated', ok: faults.length === 0, summary: `${files.length} files`, faults }
}
