import { readdirSync } from 'node:fs'
import { inProject } from '../lib/project.ts'
import type { Fault, Rule } from './rule.ts'

const FOLDER = 'docs/decisions'
/** `- [0009](0009-no-microservices.md) One process: why, in a few words`. */
const ENTRY = /^- \[(\d{4})\]\((\1-[\w-]+\.md)\) \S/

/** The index of decisions has a line for each page, once and in their order, and none for what is not there. */
export const listedDecisions: Rule = {
  name: 'listed-decisions',
  why: 'A decision that nobody finds is taken again.',
  covers: (path) => path === `${FOLDER}/README.md`,
  look: (text) =>
    faultsOf(
      text,
      readdirSync(inProject(FOLDER)).filter((name) => /^\d{4}-.+\.md$/.test(name)),
    ),
}

function faultsOf(text: string, pages: readonly string[]): Fault[] {
  const faults: Fault[] = []
  const listed: string[] = []
  for (const [index, content] of text.split('\n').entries()) {
    const page = ENTRY.exec(content)?.[2]
    if (page === undefined) continue
    const line = index + 1
    if (!pages.includes(page)) faults.push({ line, fault: `lists ${page}, which is not there` })
    else if (page <= (listed.at(-1) ?? '')) faults.push({ line, fault: `lists ${page} twice or out of order` })
    else listed.push(page)
  }
  for (const page of pages.toSorted())
    if (!listed.includes(page)) faults.push({ line: 1, fault: `lacks a line for ${page}` })
  return faults
}
