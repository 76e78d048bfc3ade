import { matchLines, type Rule } from './rule.ts'

const RESOLVED = /"resolved":\s*"|registry\s*=\s*http/

/** Packages are pinned by their hashes; where they are fetched from is the business of each machine. */
export const noRegistryHosts: Rule = {
  name: 'no-registry-hosts',
  why: 'A lock file with addresses works on one network only.',
  covers: (path) => path === 'package-lock.json' || path === '.npmrc',
  look: (text) => matchLines(text, RESOLVED, () => 'names the host of a registry'),
}
