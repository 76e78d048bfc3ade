import { existsSync, readFileSync } from 'node:fs'
import { inProject } from '../lib/project.ts'
import type { Fault, Rule } from './rule.ts'

/** A path in backticks and, in quotation marks after a colon, the name of a test in that file. */
const PROOF = /`([\w./-]+\/[\w.-]+\.(?:tsx?|md|json))`(?::\s*"([^"|]+)")?/g

/** What the page of security claims rests on files and tests by name: both are there. */
export const proofsOfSecurity: Rule = {
  name: 'proofs-of-security',
  why: 'A verdict whose test has gone is a claim.',
  covers: (path) => path === 'docs/security-audit.md' || path.startsWith('docs/security/'),
  look: (text) => text.split('\n').flatMap((line, index) => faultsOf(line, index + 1)),
}

function faultsOf(text: string, line: number): Fault[] {
  return [...text.matchAll(PROOF)].flatMap(([, path, test]) => {
    const place = inProject(path!)
    if (!existsSync(place)) return [{ line, fault: `names ${path}, which is not there` }]
    if (test === undefined || readFileSync(place, 'utf8').includes(test)) return []
    return [{ line, fault: `names the test "${test}", which ${path} does not have` }]
  })
}
