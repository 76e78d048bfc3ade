import { isCode, matchLines, type Rule } from './rule.ts'

const PAST =
  /(?:^|\s)(?:\/\/|\*)\s.*\b(previously|now fixed|used to be|was changed to|no longer|anymore|TODO|FIXME|HACK|XXX)\b/

/** Comments tell the reader of today why; history is in git, and open work in the tracker or an `@todo`. */
export const commentsInThePresent: Rule = {
  name: 'comments-in-the-present',
  why: 'A comment about the past is wrong at the next change.',
  covers: (path) => isCode(path) && !path.startsWith('scripts/rules/'),
  look: (text) =>
    matchLines(text, PAST, (match) => `"${match[1]}" speaks of the past or of later; say why it is so now`),
}
