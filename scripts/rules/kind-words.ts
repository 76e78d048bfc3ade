import { isCode, isTest, matchLines, type Fault, type Rule } from './rule.ts'

/** What makes people feel guilty, small or hurried. Who is told "still open" comes back; who is told "overdue" does not. */
const BANNED = [
  'overdue',
  'you (have )?(missed|failed|forgot|forgotten|lost|broke|broken|slipped|wasted|neglected)',
  "you (haven[’']t|have not) (done|finished|completed|kept|been)",
  "you (didn[’']t|did not) (do|finish|complete|keep|manage)",
  'you should have',
  "you[’']re (late|lazy|behind)|you are (late|lazy|behind)",
  '(falling|fell|fallen) behind|behind schedule',
  '(lose|lost|losing|broke|broken|breaking|ruin|ruined) (your|the|a) streak|streak (lost|broken|ended)',
  "don[’']t (give up|lose|break|let)|do not (give up|break the)",
  'shame|guilt|lazy you|disappoint(ed|ing)|unproductive|procrastinat\\w*',
  'hurry( up)?|last chance|running out of time',
  'no excuses?|try harder|do better|not good enough|only \\d+ (tasks? )?(today|done)',
  "we miss you|where have you been|you[’']ve been away",
]

const GUILT = new RegExp(`(?<![\\w-])(${BANNED.join('|')})(?![\\w-])`, 'i')
const COMMENT = /^\s*(\/\/|\/?\*)/

/** Nothing that people read blames them: not a page, an answer, an error or the guide. */
export const kindWords: Rule = {
  name: 'kind-words',
  why: 'Loss and blame make people leave; what they did not do is theirs to judge.',
  covers: (path) =>
    !isTest(path) &&
    ((isCode(path) && /^(modules|packages|apps)\//.test(path)) ||
      /^(docs\/guide\/.*\.md|contracts\/(operations\.md|events\.md|openapi\.json))$/.test(path)),
  look: (text, path) => (isCode(path) ? inCode(text) : inText(text)),
}

function inText(text: string): Fault[] {
  return matchLines(text, GUILT, (match) => `"${match[1]}" blames or presses; say what is so and what can be done`)
}

/** Comments are for us. */
function inCode(text: string): Fault[] {
  const lines = text.split('\n')
  return inText(text).filter(({ line }) => !COMMENT.test(lines[line - 1]!))
}
