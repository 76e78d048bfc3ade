import { RuleWriter, type Recurring } from '../recurring.ts'

const write = new RuleWriter({
  days: { lundi: 'MO', mardi: 'TU', mercredi: 'WE', jeudi: 'TH', vendredi: 'FR', samedi: 'SA', dimanche: 'SU' },
  units: [
    [/^(?:jours?|matins?|soirs?|quotidiennement)$/, 'DAILY'],
    [/^semaines?$/, 'WEEKLY'],
    [/^mois$/, 'MONTHLY'],
    [/^trimestres?$/, 'QUARTERLY'],
    [/^(?:ans?|années?)$/, 'YEARLY'],
  ],
  numbers: { deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, huit: 8, dix: 10, quinze: 15 },
  months: ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'],
})

const NTH: Record<string, number> = {
  premier: 1,
  '1er': 1,
  deuxième: 2,
  second: 2,
  troisième: 3,
  quatrième: 4,
  dernier: -1,
}
const NTH_WORD = '(premier|1er|deuxième|second|troisième|quatrième|dernier)s?'
const NAME = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?'
const DAYS = String.raw`${NAME}(?:(?:\s*,\s*|\s+et\s+(?:le\s+|les\s+)?|\s*&\s*)${NAME})*`
const OF_MONTH = String.raw`\s+(?:du|de chaque)\s+mois`
const MONTH = '(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)'

const recurring = (pattern: string, rule: Recurring['rule']): Recurring => ({ pattern: new RegExp(pattern, 'u'), rule })

/** How French says how often; the most particular first. */
export const frenchRecurring = (): readonly Recurring[] => [
  recurring('(?:tous les|chaque) jours? (?:ouvrés?|ouvrables?|de (?:la )?semaine)', () => write.workdays()),
  recurring('(?:tous les|chaque) week-?ends?', () => 'FREQ=WEEKLY;BYDAY=SA,SU'),
  recurring(`(?:(?:tous )?les? |chaque )${NTH_WORD} (${NAME})${OF_MONTH}`, ([, nth, day]) =>
    write.monthlyOn(NTH[nth!]!, day!),
  ),
  recurring(`(?:tous les|chaque) ${NTH_WORD} (${NAME})`, ([, nth, day]) => write.monthlyOn(NTH[nth!]!, day!)),
  recurring(`(?:le|chaque) dernier jour${OF_MONTH}|chaque fin de mois`, () => 'FREQ=MONTHLY;BYMONTHDAY=-1'),
  recurring(`(?:tous les|le|chaque) (\\d{1,2})(?:er)?${OF_MONTH}`, ([, day]) => write.monthlyDay(Number(day))),
  recurring('(?:tous les|chaque) mois,? le (\\d{1,2})(?:er)?', ([, day]) => write.monthlyDay(Number(day))),
  recurring(`(?:tous les ans|chaque année),? le (\\d{1,2})(?:er)? ${MONTH}`, ([, day, month]) =>
    write.yearlyOn(Number(day), month!),
  ),
  recurring(`(?:tous les|chaque) (\\d{1,2})(?:er)? ${MONTH}`, ([, day, month]) => write.yearlyOn(Number(day), month!)),
  recurring(`(?:un|le) (${NAME}) sur (deux|trois|quatre)`, ([, day, count]) =>
    write.weekly(day!, write.number(count)!),
  ),
  recurring('une semaine sur (deux|trois|quatre)', ([, count]) => write.unit('semaine', write.number(count)!)),
  recurring('un (jour|mois) sur (deux|trois|quatre)', ([, unit, count]) => write.unit(unit!, write.number(count)!)),
  recurring(`toutes les (\\d{1,2}|deux|trois|quatre|six) semaines,? le (${DAYS})`, ([, count, days]) =>
    write.weekly(days!, write.number(count)!),
  ),
  recurring(`(?:toutes les semaines|chaque semaine),? le (${DAYS})`, ([, days]) => write.weekly(days!)),
  recurring(`(?:tous les|chaque) (${DAYS})`, ([, days]) => write.weekly(days!)),
  recurring(
    '(?:tou(?:te)?s les) (?:(\\d{1,3}|deux|trois|quatre|cinq|six|huit|dix|quinze) )?(jours|matins|soirs|semaines|mois|trimestres|ans)',
    ([, count, unit]) => write.unit(unit!, write.number(count) ?? 0),
  ),
  recurring('chaque (jour|matin|soir|semaine|mois|trimestre|année)', ([, unit]) => write.unit(unit!)),
  recurring('(quotidiennement)', ([, word]) => write.unit(word!)),
]
