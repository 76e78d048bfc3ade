import { isTest, matchLines, type Rule } from './rule.ts'

const FOCUSED = /\b(?:it|test|describe)\.(only|skip|todo|fails)\s*\(/

/** A suite that cannot run is listed by name through `describe.skipIf` on what it needs, never switched off by hand. */
export const noFocusedTests: Rule = {
  name: 'no-focused-tests',
  why: 'A test that is switched off looks green.',
  covers: (path) => isTest(path) && !path.startsWith('scripts/rules/'),
  look: (text) => matchLines(text, FOCUSED, (match) => `.${match[1]} hides tests`),
}
