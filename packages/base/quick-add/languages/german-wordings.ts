import type { Wording } from '../language.ts'
import { dayOfMonth, dayOfYear, daysFrom, endOfMonth, monthOf, nextWeekday } from '../wordings.ts'

const FRIDAY = 5
const SATURDAY = 6
const SUNDAY = 7
const DAYS = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag']
const DAY = `(${DAYS.join('|')}|sonnabend)`
const PARTS: Record<string, number> = { früh: 9, morgen: 9, vormittag: 10, mittag: 12, nachmittag: 15, abend: 18 }
const HOURS = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']
const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez']

/** What people write in German and chrono does not read. */
export const germanWordings = (): readonly Wording[] => [
  {
    pattern: /(?<![\p{L}\d.])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)/u,
    read: ([, day, month], today) => dayOfYear(Number(day), Number(month), today),
  },
  {
    pattern:
      /(?<!\p{L})(?:am|zum|bis zum|ab dem|den|vor dem)\s+(\d{1,2})\.(?!\s?\d|\s+(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez))/iu,
    read: ([, day], today) => dayOfMonth(Number(day), today),
  },
  {
    // Chrono takes the hour for a year.
    pattern:
      /(?<![\p{L}\d])(?:(?:den|am)\s+)?(\d{1,2})\.\s?(jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*\s+(?:um\s+)?(\d{1,2})(?::(\d\d))?\s+uhr/iu,
    read: ([, day, month, hour, minute], today) => {
      const on = dayOfYear(Number(day), MONTHS.indexOf(month!.toLowerCase()) + 1, today)
      return on && Number(hour) < 24 ? { ...on, hour: Number(hour), minute: Number(minute ?? 0) } : null
    },
  },
  {
    pattern: /(?<!\p{L})(?:am ersten|zum ersten)\s+(jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*/iu,
    read: ([, month], today) => dayOfYear(1, MONTHS.indexOf(month!.toLowerCase()) + 1, today),
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${DAY}\s?(früh|morgen|vormittag|mittag|nachmittag|abend)(?!\p{L})`, 'iu'),
    read: ([, day, part], today) => ({ ...onDay(day!, today), hour: PARTS[part!.toLowerCase()]!, minute: 0 }),
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${DAY}\s+in\s+einer\s+woche(?!\p{L})`, 'iu'),
    read: ([, day], today) => daysFrom(toDate(onDay(day!, today)), 7),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:nächste\s+woche\s+(?:am\s+)?${DAY}|${DAY}\s+nächster?\s+woche)(?!\p{L})`,
      'iu',
    ),
    read: ([, one, other], today) => {
      const monday = daysFrom(today, 7 - ((today.getUTCDay() + 6) % 7))
      return daysFrom(toDate(monday), dayNumber((one ?? other)!) - 1)
    },
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(?:kommende[nr]?\s+)${DAY}(?!\p{L})`, 'iu'),
    read: ([, day], today) => {
      const ahead = (dayNumber(day!) - today.getUTCDay() + 7) % 7
      return daysFrom(today, ahead === 0 ? 7 : ahead)
    },
  },
  {
    pattern: /(?<!\p{L})sonnabend(?!\p{L})/iu,
    read: (_, today) => nextWeekday(SATURDAY, today),
  },
  {
    pattern: /(?<!\p{L})(?:heute|morgen|übermorgen)\s+(?:früh|vormittag)(?!\p{L})/iu,
    read: ([text], today) => ({
      ...daysFrom(today, { h: 0, m: 1, ü: 2 }[text[0]!.toLowerCase()]!),
      hour: /früh/i.test(text) ? PARTS['früh']! : PARTS['vormittag']!,
      minute: 0,
    }),
  },
  {
    pattern: /(?<!\p{L})(?:am|dieses)\s+wochenende(?!\p{L})/iu,
    read: (_, today) => (today.getUTCDay() === 0 ? daysFrom(today, 0) : nextWeekday(SATURDAY, today)),
  },
  {
    pattern: /(?<!\p{L})(?:nächstes|kommendes)\s+wochenende(?!\p{L})/iu,
    read: (_, today) => daysFrom(toDate(nextWeekday(SATURDAY, today)), today.getUTCDay() === 0 ? 0 : 7),
  },
  {
    pattern:
      /(?<!\p{L})(?:ende\s+(?:des\s+|dieses\s+)?monats|(?:zum\s+|am\s+|bis\s+(?:zum\s+)?)?monatsende)(?!\p{L})/iu,
    read: (_, today) => endOfMonth(today),
  },
  {
    pattern: /(?<!\p{L})ende\s+(?:der|dieser)\s+woche(?!\p{L})/iu,
    read: (_, today) => nextWeekday(FRIDAY, today),
  },
  {
    pattern: /(?<!\p{L})(?:ende\s+(?:des\s+|dieses\s+)jahres|jahresende)(?!\p{L})/iu,
    read: (_, today) => ({ year: today.getUTCFullYear(), month: 12, day: 31 }),
  },
  {
    pattern: /(?<!\p{L})anfang\s+nächster\s+woche(?!\p{L})/iu,
    read: (_, today) => daysFrom(today, 7 - ((today.getUTCDay() + 6) % 7)),
  },
  {
    pattern: /(?<!\p{L})ende\s+(jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*/iu,
    read: ([, name], today) => {
      const month = MONTHS.indexOf(name!.toLowerCase())
      return endOfMonth(today, (month - today.getUTCMonth() + 12) % 12)
    },
  },
  {
    pattern: /(?<=(?:^|\s)(?:im|bis|vor|ab)\s+)(jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*(?!\p{L})/iu,
    read: ([, name], today) => monthOf(MONTHS.indexOf(name!.toLowerCase()), today),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:um\s+)?(halb|viertel\s+(?:vor|nach))\s+(${HOURS.join('|')}|\d{1,2})s?(?!\p{L}|\d)`,
      'iu',
    ),
    read: ([, part, word]) => {
      const index = HOURS.indexOf(word!.toLowerCase())
      // "Halb vier" is in the afternoon.
      const early = index >= 0 ? index + 1 : Number(word)
      const hour = early >= 1 && early <= 6 ? early + 12 : early
      if (/nach/i.test(part!)) return { hour, minute: 15 }
      return { hour: (hour + 23) % 24, minute: /halb/i.test(part!) ? 30 : 45 }
    },
  },
]

function dayNumber(name: string): number {
  return name.toLowerCase() === 'sonnabend' ? SATURDAY : DAYS.indexOf(name.toLowerCase()) + 1 || SUNDAY
}

function onDay(name: string, today: Date): { year: number; month: number; day: number } {
  return nextWeekday(dayNumber(name), today)
}

function toDate({ year, month, day }: { year: number; month: number; day: number }): Date {
  return new Date(Date.UTC(year, month - 1, day))
}
