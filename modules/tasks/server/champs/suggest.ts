import type { ChampsFacet, ChampsFacets } from '../../contract.ts'
import { noFacets } from './store.ts'

/**
 * What the words of a task suggest: whole words in English, German and French, the first line that meets one wins. What
 * no line speaks of is left open, since a wrong suggestion costs more than none.
 */
export function suggestChamps({ title, notes }: { title: string; notes: string }): ChampsFacets {
  const words = ` ${`${title} ${notes.slice(0, 2000)}`.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `
  const suggested: Partial<Record<ChampsFacet, string>> = {}
  for (const [known, facets] of WORDS) {
    if (!known.split('|').some((word) => words.includes(` ${word} `))) continue
    for (const [facet, value] of Object.entries(facets)) suggested[facet as ChampsFacet] ??= value
  }
  return { ...noFacets(), ...(suggested as Partial<ChampsFacets>) }
}

type Suggested = { [Facet in ChampsFacet]?: NonNullable<ChampsFacets[Facet]> }

const WORDS: readonly [words: string, facets: Suggested][] = [
  [
    'call|phone|ring|anrufen|telefonieren|appeler|téléphoner|rappeler',
    { conversation: 'call', activity: 'talk', success: 'answer' },
  ],
  [
    'meeting|workshop|team|standup|besprechung|sitzung|réunion|équipe',
    { conversation: 'group', activity: 'talk', participation: 'team', help: 'together' },
  ],
  [
    'talk|discuss|ask|tell|interview|meet|1-1|sprechen|besprechen|fragen|reden|parler|discuter|demander',
    { conversation: 'one-to-one', activity: 'talk', participation: 'take-turns', success: 'answer' },
  ],
  [
    'write|draft|compose|report|essay|schreiben|entwurf|bericht|écrire|rédiger|rapport',
    { conversation: 'silent', activity: 'write', movement: 'seated', participation: 'solo' },
  ],
  [
    'email|e-mail|mail|reply|answer|antworten|mailen|répondre|courriel',
    { conversation: 'silent', activity: 'write', movement: 'seated', success: 'handed-over' },
  ],
  [
    'read|study|learn|chapter|book|lesen|lernen|kapitel|buch|lire|étudier|apprendre|livre',
    { conversation: 'silent', activity: 'read', movement: 'seated', help: 'look-up' },
  ],
  [
    'plan|decide|think|choose|planen|entscheiden|überlegen|planifier|décider|choisir|réfléchir',
    { activity: 'think', success: 'good-enough' },
  ],
  [
    'research|find|compare|search|recherchieren|suchen|vergleichen|chercher|comparer|trouver',
    { activity: 'read', help: 'look-up', success: 'answer' },
  ],
  [
    'clean|tidy|wash|vacuum|mop|putzen|aufräumen|waschen|nettoyer|ranger|laver|ménage',
    { activity: 'sort', movement: 'moving', success: 'good-enough' },
  ],
  ['sort|file|archive|empty|sortieren|ablegen|ausmisten|trier|classer|archiver', { activity: 'sort' }],
  [
    'buy|shop|collect|fetch|post|deliver|kaufen|einkaufen|abholen|bringen|acheter|courses|chercher|déposer',
    { activity: 'errand', movement: 'out', success: 'finished' },
  ],
  [
    'build|make|fix|repair|cook|bake|paint|bauen|reparieren|kochen|backen|construire|réparer|cuisiner|peindre',
    { activity: 'make', success: 'finished' },
  ],
  ['cook|bake|kochen|backen|cuisiner', { movement: 'standing' }],
  [
    'run|walk|gym|swim|exercise|laufen|schwimmen|spazieren|courir|marcher|nager',
    { movement: 'out', success: 'time-spent' },
  ],
  ['practise|practice|train|üben|trainieren|pratiquer|répéter', { success: 'time-spent' }],
  ['lawyer|doctor|dentist|accountant|plumber|anwalt|arzt|zahnarzt|avocat|médecin|dentiste', { help: 'ask-expert' }],
  ['together|with|gemeinsam|mit|ensemble|avec', { participation: 'side-by-side' }],
  ['send|submit|hand|schicken|abgeben|einreichen|envoyer|remettre|rendre', { success: 'handed-over' }],
  ['start|begin|try|anfangen|beginnen|versuchen|commencer|essayer', { success: 'first-step' }],
  ['watch|listen|observe|ansehen|anhören|zuhören|regarder|écouter', { participation: 'watch', conversation: 'silent' }],
]
