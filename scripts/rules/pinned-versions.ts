import { matchLines, type Rule } from './rule.ts'

const RANGE = /^\s+"(@?[\w./-]+)":\s*"(?:npm:[^"]*@)?([~^><*][^"]*|latest|\*)"/

/** Versions are pinned exactly: what was tested is what is installed. */
export const pinnedVersions: Rule = {
  name: 'pinned-versions',
  why: 'A range installs what nobody has tested.',
  covers: (path) => path === 'package.json',
  look: (text) =>
    matchLines(text, RANGE, (match) => (match[1] === 'node' ? '' : `${match[1]} is "${match[2]}"`)).filter(
      ({ fault }) => fault !== '',
    ),
}
