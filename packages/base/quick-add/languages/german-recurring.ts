import { RuleWriter, type Recurring } from '../recurring.ts'

const write = new RuleWriter({
  days: {
    montag: 'MO',
    mo: 'MO',
    dienstag: 'TU',
    di: 'TU',
    mittwoch: 'WE',
    mi: 'WE',
    donnerstag: 'TH',
    do: 'TH',
    freitag: 'FR',
    fr: 'FR',
    samstag: 'SA',
    sonnabend: 'SA',
    sa: 'SA',
    sonntag: 'SU',
    so: 'SU',
  },
  units: [
    [/^(?:tage?n?|täglich|morgen|abend)$/, 'DAILY'],
    [/^(?:wochen?|wöchentlich)$/, 'WEEKLY'],
    [/^(?:monate?n?|monatlich)$/, 'MONTHLY'],
    [/^(?:quartale?|vierteljährlich|quartalsweise)$/, 'QUARTERLY'],
    [/^(?:jahre?n?|jährlich)$/, 'YEARLY'],
  ],
  numbers: {
    zweite: 2,
    zweiten: 2,
    zweites: 2,
    zwei: 2,
    dritte: 3,
    dritten: 3,
    drittes: 3,
    drei: 3,
    vierte: 4,
    vierten: 4,
    vier: 4,
    fünf: 5,
    sechs: 6,
    acht: 8,
    zehn: 10,
    vierzehn: 14,
  },
  months: ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'],
})

const NTH: Record<string, number> = { ersten: 1, zweiten: 2, dritten: 3, vierten: 4, letzten: -1 }
const NAME = '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)'
const DAYS = String.raw`${NAME}s?(?:(?:\s*,\s*|\s+und\s+|\s*&\s*|\s*\/\s*)${NAME}s?)*`
const EVERY = '(?:jede[nrsm]?)'
const OF_MONTH = String.raw`\s+(?:im|des|eines jeden|jeden)\s+monats?`
const MONTH = String.raw`(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*`

const recurring = (pattern: string, rule: Recurring['rule']): Recurring => ({ pattern: new RegExp(pattern, 'u'), rule })

/** How German says how often; the most particular first. */
export const germanRecurring = (): readonly Recurring[] => [
  recurring(`(?:an )?(?:${EVERY} (?:werk|arbeits|wochen)tag|jedem werktag|werktags)`, () => write.workdays()),
  recurring(`${EVERY} wochenende`, () => 'FREQ=WEEKLY;BYDAY=SA,SU'),
  recurring(
    `(?:(?:immer )?am |${EVERY} )(ersten|zweiten|dritten|vierten|letzten) (${NAME})${OF_MONTH}`,
    ([, nth, day]) => write.monthlyOn(NTH[nth!]!, day!),
  ),
  recurring(`(?:${EVERY} |am )letzten tag${OF_MONTH}|${EVERY} monatsende`, () => 'FREQ=MONTHLY;BYMONTHDAY=-1'),
  recurring(`${EVERY} (ersten|dritten|vierten|letzten) (${NAME})`, ([, nth, day]) => write.monthlyOn(NTH[nth!]!, day!)),
  recurring(`${EVERY} (?:zweiten|2\\.) (${DAYS})`, ([, days]) => write.weekly(days!, 2)),
  recurring(`alle (\\d{1,2}|zwei|drei|vier|sechs) wochen (?:am |immer )?(${DAYS})`, ([, count, days]) =>
    write.weekly(days!, write.number(count)!),
  ),
  recurring(`(?:${EVERY} woche|wöchentlich) (?:am |immer )?(${DAYS})`, ([, days]) => write.weekly(days!)),
  recurring(`(?:${EVERY} monat|monatlich) (?:am|zum) (\\d{1,2})\\.?`, ([, day]) => write.monthlyDay(Number(day))),
  recurring(`(?:${EVERY} |am )(\\d{1,2})\\.${OF_MONTH}`, ([, day]) => write.monthlyDay(Number(day))),
  recurring(`${EVERY} jahr am (\\d{1,2})\\. ?(${MONTH})`, ([, day, month]) => write.yearlyOn(Number(day), month!)),
  recurring(`${EVERY} (\\d{1,2})\\. ?(${MONTH})`, ([, day, month]) => write.yearlyOn(Number(day), month!)),
  recurring(`${EVERY} (\\d{1,2})\\.`, ([, day]) => write.monthlyDay(Number(day))),
  recurring(`${EVERY} (${DAYS})`, ([, days]) => write.weekly(days!)),
  recurring(
    `immer (${NAME}s(?: und ${NAME}s)?)|((?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s(?: und (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s)?)`,
    ([, one, other]) => write.weekly((one ?? other)!),
  ),
  recurring(
    `${EVERY} (?:(zweite[ns]?|dritte[ns]?|vierten?) )?(tag|woche|monat|quartal|jahr|morgen|abend)`,
    ([, count, unit]) => write.unit(unit!, write.number(count) ?? 0),
  ),
  recurring(
    'alle (\\d{1,3}|zwei|drei|vier|fünf|sechs|acht|zehn|vierzehn) (tage|wochen|monate|quartale|jahre)',
    ([, count, unit]) => write.unit(unit!, write.number(count) ?? 0),
  ),
  recurring('(täglich|wöchentlich|monatlich|vierteljährlich|jährlich)', ([, word]) => write.unit(word!)),
]
