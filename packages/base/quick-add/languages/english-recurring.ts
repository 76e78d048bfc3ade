import { RuleWriter, type Recurring } from '../recurring.ts'

const write = new RuleWriter({
  days: {
    monday: 'MO',
    mon: 'MO',
    tuesday: 'TU',
    tue: 'TU',
    tues: 'TU',
    wednesday: 'WE',
    wed: 'WE',
    weds: 'WE',
    thursday: 'TH',
    thu: 'TH',
    thur: 'TH',
    thurs: 'TH',
    friday: 'FR',
    fri: 'FR',
    saturday: 'SA',
    sat: 'SA',
    sunday: 'SU',
    sun: 'SU',
  },
  units: [
    [/^(?:days?|daily|morning|evening|night)$/, 'DAILY'],
    [/^(?:weeks?|weekly)$/, 'WEEKLY'],
    [/^(?:months?|monthly)$/, 'MONTHLY'],
    [/^(?:quarters?|quarterly)$/, 'QUARTERLY'],
    [/^(?:years?|yearly|annually)$/, 'YEARLY'],
  ],
  numbers: { other: 2, second: 2, two: 2, three: 3, third: 3, four: 4, fourth: 4, five: 5, six: 6, eight: 8, ten: 10 },
  months: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
})

const NTH: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: -1,
}
const DAY = String.raw`(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?`
const DAYS = String.raw`${DAY}(?:(?:\s*,\s*|\s*&\s*|\s*\/\s*|\s+and\s+|\s*,\s*and\s+)${DAY})*`
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const EVERY = '(?:every|each)'
const OF_MONTH = String.raw`(?:\s+(?:of|in)\s+(?:the|each|every)\s+month)`

const recurring = (pattern: string, rule: Recurring['rule']): Recurring => ({ pattern: new RegExp(pattern), rule })

/** How English says how often; the most particular first. */
export const englishRecurring = (): readonly Recurring[] => [
  recurring(`${EVERY} (?:week|work|working )days?`, () => write.workdays()),
  recurring(`${EVERY} (?:morning|afternoon|evening|night)`, () => 'FREQ=DAILY'),
  recurring(`${EVERY} weekend`, () => 'FREQ=WEEKLY;BYDAY=SA,SU'),
  recurring(`${EVERY} last day(?: of (?:the|each|every) month)?`, () => 'FREQ=MONTHLY;BYMONTHDAY=-1'),
  recurring(
    `(?:${EVERY}|on the|the) (1st|2nd|3rd|4th|first|second|third|fourth|last) (${DAY})${OF_MONTH}`,
    ([, nth, day]) => write.monthlyOn(NTH[nth!]!, day!),
  ),
  recurring(`${EVERY} (1st|2nd|3rd|4th|first|third|fourth|last) (${DAY})`, ([, nth, day]) =>
    write.monthlyOn(NTH[nth!]!, day!),
  ),
  recurring(`${EVERY} (?:other|second|two) (${DAYS})`, ([, days]) => write.weekly(days!, 2)),
  recurring(`${EVERY} (\\d{1,2}|two|three|four|six) weeks? on (${DAYS})`, ([, count, days]) =>
    write.weekly(days!, write.number(count)!),
  ),
  recurring(`${EVERY} other week on (${DAYS})`, ([, days]) => write.weekly(days!, 2)),
  recurring(`(?:${EVERY} week|weekly) on (${DAYS})`, ([, days]) => write.weekly(days!)),
  recurring(`(?:${EVERY} month|monthly) on the (\\d{1,2})(?:st|nd|rd|th)?`, ([, day]) => write.monthlyDay(Number(day))),
  recurring(`${EVERY} (\\d{1,2})(?:st|nd|rd|th)(?:${OF_MONTH})?`, ([, day]) => write.monthlyDay(Number(day))),
  recurring(`on the (\\d{1,2})(?:st|nd|rd|th)${OF_MONTH}`, ([, day]) => write.monthlyDay(Number(day))),
  recurring(`${EVERY} (?:year on )?(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?`, ([, month, day]) =>
    write.yearlyOn(Number(day), month!),
  ),
  recurring(`${EVERY} (?:year on )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})`, ([, day, month]) =>
    write.yearlyOn(Number(day), month!),
  ),
  recurring(`${EVERY} (${DAYS})`, ([, days]) => write.weekly(days!)),
  recurring(
    `${EVERY} (?:(other|second|third|two|three|four|five|six|eight|ten|\\d{1,3}) )?(days?|weeks?|months?|quarters?|years?)`,
    ([, count, unit]) => write.unit(unit!, write.number(count) ?? 0),
  ),
  recurring('(daily|weekly|monthly|quarterly|yearly|annually)', ([, word]) => write.unit(word!)),
  recurring('(?:biweekly|fortnightly|every fortnight)', () => write.unit('week', 2)),
]
