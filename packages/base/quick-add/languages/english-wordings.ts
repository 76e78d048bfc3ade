import type { Wording } from '../language.ts'
import { dayOfMonth, daysFrom, endOfMonth, nextWeekday } from '../wordings.ts'

const SATURDAY = 6
const FRIDAY = 5

/** What people write in English and chrono does not read. */
export const englishWordings = (): readonly Wording[] => [
  {
    pattern:
      /\b(?:on|by|before|until|till|due)\s+the\s+(\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i,
    read: ([, day], today) => dayOfMonth(Number(day), today),
  },
  {
    pattern: /\b(?:(?:the )?day after tomorrow)\b/i,
    read: (_, today) => daysFrom(today, 2),
  },
  {
    pattern: /\b(?:at the weekend|this weekend|the weekend)\b/i,
    read: (_, today) => (today.getUTCDay() === 0 ? daysFrom(today, 0) : nextWeekday(SATURDAY, today)),
  },
  {
    pattern: /\bnext weekend\b/i,
    read: (_, today) => daysFrom(today, ((SATURDAY - today.getUTCDay() + 7) % 7) + 7),
  },
  {
    pattern: /\b(?:tmrw?|tmr)\b/i,
    read: (_, today) => daysFrom(today, 1),
  },
  {
    pattern: /\b(?:eod|(?:the )?end of (?:the )?day)\b/i,
    read: (_, today) => daysFrom(today, 0),
  },
  {
    pattern: /\b(?:eow|(?:the )?end of (?:the |this )?week)\b/i,
    read: (_, today) => nextWeekday(FRIDAY, today),
  },
  {
    pattern: /\b(?:eom|(?:the )?end of (?:the |this )?month)\b/i,
    read: (_, today) => endOfMonth(today),
  },
  {
    pattern: /\b(?:the )?end of next month\b/i,
    read: (_, today) => endOfMonth(today, 1),
  },
  {
    pattern: /\b(?:the )?end of (?:the |this )?year\b/i,
    read: (_, today) => ({ year: today.getUTCFullYear(), month: 12, day: 31 }),
  },
  {
    pattern: /\b(tues|weds|thurs)\b/i,
    read: ([, name], today) => nextWeekday({ tu: 2, we: 3, th: 4 }[name!.slice(0, 2).toLowerCase()]!, today),
  },
  {
    pattern: /\ba week from (today|tomorrow)\b/i,
    read: ([, day], today) => daysFrom(today, day!.toLowerCase() === 'today' ? 7 : 8),
  },
]
