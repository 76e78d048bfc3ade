import { readFile } from 'node:fs/promises'
import { inProject } from '../lib/project.ts'
import { trackedFiles } from '../lib/tracked-files.ts'
import { rules } from '../rules/index.ts'
import type { CheckResult } from './check-result.ts'

const MOST_BYTES = 2_000_000

/** The rules of this house that no tool has: each looks at one file at a time. */
export async function checkRules(): Promise<CheckResult> {
  const faults: string[] = []
  const files = await trackedFiles()
  for (const path of files) {
    const wanted = rules.filter((rule) => rule.covers(path))
    if (wanted.length === 0) continue
    const text = await readFile(inProject(path), 'utf8')
    if (text.length > MOST_BYTES) continue
    for (const rule of wanted)
      for (const { line, fault } of rule.look(text, path)) faults.push(`${path}:${line} ${rule.name}: ${fault}`)
  }
  const ok = faults.length === 0 && files.length > 100
  return { name: 'rules', ok, summary: `${rules.length} rules over ${files.length} files`, faults }
}
