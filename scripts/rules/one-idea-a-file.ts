import { isCode, isTest, type Rule } from './rule.ts'

const LONGEST = 450

/** The best code of this field has files of 40 to 80 lines; past 300 there is nearly always a second idea. */
export const oneIdeaAFile: Rule = {
  name: 'one-idea-a-file',
  why: 'A file that holds two ideas hides one of them.',
  covers: (path) =>
    isCode(path) && !isTest(path) && !/^(modules\/registry|tests)\//.test(path) && !path.endsWith('/contract.ts'),
  look(text) {
    const lines = text.split('\n').length
    return lines > LONGEST ? [{ line: LONGEST, fault: `${lines} lines; look for the second idea` }] : []
  },
}
