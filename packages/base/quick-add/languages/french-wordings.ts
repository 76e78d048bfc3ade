import type { Wording } from '../language.ts'
import { dayOfMonth, daysFrom, endOfMonth, monthOf, nextWeekday } from '../wordings.ts'

const FRIDAY = 5
const SATURDAY = 6
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const DAY = `(${DAYS.join('|')})`
const MONTHS = ['janv', 'févr', 'mars', 'avri', 'mai', 'juin', 'juil', 'août', 'sept', 'octo', 'nove', 'déce']

/** What people write in French and chrono does not read. */
export const frenchWordings = (): readonly Wording[] => [
  {
    pattern: /(?<![\p{L}-])après-demain(?!\p{L})/iu,
    read: (_, today) => daysFrom(today, 2),
  },
  {
    pattern: /(?<!\p{L})(demain|aujourd['’]hui|après-demain)\s+(?:à\s+)?(midi|minuit)(?!\p{L})/iu,
    read: ([, day, part], today) => ({
      ...daysFrom(today, { d: 1, a: 0 }[day![0]!.toLowerCase()]! + (/^après/i.test(day!) ? 2 : 0)),
      hour: part!.toLowerCase() === 'midi' ? 12 : 23,
      minute: part!.toLowerCase() === 'midi' ? 0 : 59,
    }),
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${DAY}\s+(?:à\s+)?midi(?!\p{L})`, 'iu'),
    read: ([, day], today) => ({ ...onDay(day!, today), hour: 12, minute: 0 }),
  },
  {
    pattern: /(?<![\p{L}-])à\s+midi(?!\p{L})/iu,
    read: () => ({ hour: 12, minute: 0 }),
  },
  {
    // Chrono takes "pour 18h" for how long.
    pattern: /(?<!\p{L})(?:pour|avant|vers|dès)\s+(\d{1,2})\s?h(?:\s?(\d\d))?(?![\p{L}\d])/iu,
    read: ([, hour, minute]) => (Number(hour) < 24 ? { hour: Number(hour), minute: Number(minute ?? 0) } : null),
  },
  {
    pattern: /(?<!\p{L})ce\s+midi(?!\p{L})/iu,
    read: (_, today) => ({ ...daysFrom(today, 0), hour: 12, minute: 0 }),
  },
  {
    pattern:
      /(?<!\p{L})(?:le|avant le|pour le|d['’]ici le|jusqu['’]au|à partir du|dès le)\s+(\d{1,2}|1er)(?!\s*(?:\/|h\b|h\d|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|\d|er)|[\d:.-])(?=$|\s|[,;.!])/iu,
    read: ([, day], today) => dayOfMonth(Number.parseInt(day!, 10), today),
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${DAY}\s+en\s+huit(?!\p{L})`, 'iu'),
    read: ([, day], today) => daysFrom(toDate(onDay(day!, today)), 7),
  },
  {
    pattern: /(?<!\p{L})dans\s+(?:une\s+)?(quinze\s+jours|quinzaine|huit\s+jours)(?!\p{L})/iu,
    read: ([, words], today) => daysFrom(today, /^hui/i.test(words!) ? 7 : 15),
  },
  {
    pattern: /(?<!\p{L})(?:ce|le)\s+week-?end(?!\p{L}|\s+prochain)/iu,
    read: (_, today) => (today.getUTCDay() === 0 ? daysFrom(today, 0) : nextWeekday(SATURDAY, today)),
  },
  {
    pattern: /(?<!\p{L})(?:le\s+)?week-?end\s+prochain(?!\p{L})/iu,
    read: (_, today) => daysFrom(toDate(nextWeekday(SATURDAY, today)), today.getUTCDay() === 6 ? 7 : 0),
  },
  {
    pattern: /(?<!\p{L})(?:début\s+de\s+)?semaine\s+prochaine(?!\p{L})/iu,
    read: (_, today) => daysFrom(today, 7 - ((today.getUTCDay() + 6) % 7)),
  },
  {
    pattern: /(?<!\p{L})(?:la\s+)?fin\s+(?:du|de\s+ce)\s+mois(?!\p{L})/iu,
    read: (_, today) => endOfMonth(today),
  },
  {
    pattern: /(?<!\p{L})(?:la\s+)?fin\s+de\s+(?:la\s+)?semaine(?!\p{L})/iu,
    read: (_, today) => nextWeekday(FRIDAY, today),
  },
  {
    pattern: /(?<!\p{L})(?:la\s+)?fin\s+(?:de\s+l['’]|d['’])année(?!\p{L})/iu,
    read: (_, today) => ({ year: today.getUTCFullYear(), month: 12, day: 31 }),
  },
  {
    pattern:
      /(?<!\p{L})fin\s+(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L})/iu,
    read: ([, name], today) => {
      const month = MONTHS.findIndex((start) => name!.toLowerCase().startsWith(start))
      return endOfMonth(today, (month - today.getUTCMonth() + 12) % 12)
    },
  },
  {
    pattern:
      /(?<=(?:^|\s)(?:en|avant|d['’]ici)\s+)(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L})/iu,
    read: ([, name], today) =>
      monthOf(
        MONTHS.findIndex((start) => name!.toLowerCase().startsWith(start)),
        today,
      ),
  },
  {
    pattern: /(?<![\p{L}\d])(?:à\s+)?(\d{1,2})\s+(?:h|heures?)(?:\s+(\d{2}|et\s+demie|et\s+quart))?(?![\p{L}\d])/iu,
    read: ([text, hour, rest]) => {
      if (!/^[àÀ]/.test(text)) return null
      const minute = rest === undefined ? 0 : /demie/i.test(rest) ? 30 : /quart/i.test(rest) ? 15 : Number(rest)
      return Number(hour) < 24 && minute < 60 ? { hour: Number(hour), minute } : null
    },
  },
]

function onDay(name: string, today: Date): { year: number; month: number; day: number } {
  return nextWeekday(DAYS.indexOf(name.toLowerCase()) + 1, today)
}

function toDate({ year, month, day }: { year: number; month: number; day: number }): Date {
  return new Date(Date.UTC(year, month - 1, day))
}
