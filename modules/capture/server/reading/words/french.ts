import type { DumpWords } from './dump-words.ts'
import { timesIn } from './times-in.ts'

/** A function: patterns weigh something, and most of the day nobody writes a dump. */
export const frenchDump = (): DumpWords => ({
  fillers: /^(?:(?:et|puis|ensuite|aussi|ah|alors|bon|ok|après)\b[,:]?\s+)+/i,
  duty: /^(?:(?:je|on|nous) (?:dois|doit|devons|devrais|devrait|vais|va)(?: (?:aussi|encore|absolument|vraiment))*(?: penser à| ne pas oublier (?:de |d['’]))?|il (?:me |nous )?faut(?: aussi)?|faut|(?:ne )?pas oublier (?:de|:|,)|n['’]oublie(?:r|z)? pas de|penser à|pense à)\s+|^(?:ne )?pas oublier d['’]|^n['’]oublie(?:r|z)? pas d['’]/i,
  wish: /^(?:mon|notre) (?:grand |nouvel )?(?:objectif|but|rêve) est (?:de\s+|d['’])|^(?:(?:je|on|nous) (?:veux|veut|voulons|voudrais|voudrait|souhaite|rêve de)|j['’]aimerais|on aimerait|j['’]ai envie de)(?: (?:vraiment|aussi|bien))*\s+/i,
  headings: {
    task: /^(?:to-?do|tâches?|à faire|travail)$/i,
    shopping: /^(?:courses?|liste de courses|à acheter|achats?|acheter|supermarché|pharmacie)$/i,
    goal: /^(?:(?:mon |mes )?(?:grand |nouvel )?(?:objectifs?|buts?)(?: est de| sont)?|rêves?)$/i,
    habit: /^(?:(?:nouvelles? )?habitudes?|routines?|chaque jour)$/i,
    note: /^(?:notes?|idées?|pensées?|ps)$/i,
  },
  buyFirst: /^(?:acheter|racheter|achète|achetez)\s+/i,
  buyLast: null,
  buyMany: /^(?:prendre|commander|rapporter)\s+/i,
  article: /^(?:du|de la|des|une?|les?|la|quelques)\s+|^(?:de )?l['’]/i,
  pair: /sel et poivre|huile et vinaigre|poivre et sel/gi,
  often:
    /(?<!\p{L})(?:(?:une|deux|trois|quatre|cinq|\d+) fois par (?:jour|semaine)|tous les (?:jours|matins|soirs)|chaque (?:jour|matin|soir)|quotidiennement|plus souvent)(?!\p{L})/iu,
  times: timesIn({ une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5 }),
  aDay: /par jour/i,
  begin: /^(?:commencer à|se mettre à|prendre l['’]habitude de)\s+/i,
  statement:
    /^(?:la|les?|ce|cette|ces|ça|c['’]est|il y a|il(?! faut)|elle|ils|elles|mon|ma|mes|notre|je (?:suis|me sens|pense|crois|trouve|n['’])|j['’](?:ai|aime|étais|adore)|on (?:est|a|était)|qu['’]|que|quoi|pourquoi|comment|où|qui|quel(?:le)?|peut-être|hier)(?!\p{L})/iu,
  and: /,\s+(?:(?:et|puis)\s+)*|\s+(?:et|puis)\s+(?:puis\s+)?/gi,
  abbreviation: /(?:^|[\s(])(?:dr|mme|mlle|pr|st|ste|env|etc|tél|p\.\s?ex|c\.-à-d|n°|av|bd|\p{L})$/iu,
  afterOrdinal: null,
  verbLast: false,
})
