import { isCode, isTest, matchLines, type Rule } from './rule.ts'

const LITERAL = /['"`][0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}['"`]/
const EXAMPLE = '01933b6e-8f00-7000-8000-000000000001'

/** Code that knows somebody's id treats them specially. The one example of the contracts is nobody's. */
export const noLiteralIds: Rule = {
  name: 'no-literal-ids',
  why: 'Whoever is meant by an id in the code is a special case that nobody sees.',
  covers: (path) => isCode(path) && !isTest(path) && !path.startsWith('tests/'),
  look: (text) => matchLines(text.replaceAll(EXAMPLE, ''), LITERAL, () => 'an id stands in the code'),
}
