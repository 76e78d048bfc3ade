import { isTest, matchLines, type Rule } from './rule.ts'

const NAMED = /\.constructor\.name\b/

/** Classes are told apart by `instanceof`, and values by a member that says what they are. */
export const noClassNames: Rule = {
  name: 'no-class-names',
  why: 'A program that is joined with short names has other class names than its source.',
  covers: (path) => /^(packages|modules|apps)\/.*\.tsx?$/.test(path) && !isTest(path),
  look: (text) => matchLines(text, NAMED, () => 'a class is known by instanceof, not by its name'),
}
