import { fields } from '../reading.ts'
import { decisions, rules, type Rule } from './decisions.ts'
import type { Vote } from './vote.ts'

/** The list of disputed fields as a page, by the rule that decides them. */
export function describeDisagreements(disputed: Vote[], all: Vote[]): string {
  const lines = [
    '# Where the parsers disagree',
    '',
    "Written by `make-expectation/make.ts`. Three parsers read every sample message: postal-mime, mailparser and Python's email.",
    'Where at least two say the same, that is expected of Daybook. The fields below are those where no two agree, or where two',
    'agree on what an RFC forbids or loses what the sender wrote; each is decided by the rule above it. "Also" names the parsers',
    "that read the field as Daybook does; where none is named, the expectation is Daybook's own reading, held still.",
    '',
    '| field | messages | two agree, and Daybook with them | two agree on something else | no two agree |',
    '|---|---|---|---|---|',
    ...['mime', 'threads'].flatMap((folder) => fields.map((field) => countLine(folder, field, all, disputed))),
    '',
    'Text is compared where at least two parsers see plain text; text made from HTML differs from reader to reader.',
  ]
  for (const rule of Object.keys(rules) as Rule[]) {
    const cases = disputed.filter(({ path, field }) => decisions.get(`${path} ${field}`) === rule)
    if (cases.length === 0) continue
    lines.push('', `## ${rule}`, '', rules[rule], '', ...cases.map(caseLine))
  }
  return `${lines.join('\n')}\n`
}

function countLine(folder: string, field: string, all: Vote[], disputed: Vote[]): string {
  const isOf = (entry: Vote): boolean => entry.field === field && entry.path.startsWith(`${folder}/`)
  const total = all.filter(isOf).length
  const without = disputed.filter((entry) => isOf(entry) && entry.majority === undefined).length
  const against = disputed.filter(isOf).length - without
  return `| ${folder} ${field} | ${total} | ${total - against - without} | ${against} | ${without} |`
}

function caseLine({ path, field, majority, withDaybook }: Vote): string {
  const how = majority === undefined ? 'no two agree' : 'two agree on something else'
  return `- \`${path}\` ${field}: ${how}.${withDaybook.length > 0 ? ` Also: ${withDaybook.join(', ')}.` : ''}`
}
