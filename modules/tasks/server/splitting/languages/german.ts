import type { SplitLanguage } from '../split-language.ts'
import { germanDesk } from './german-desk.ts'
import { germanHands } from './german-hands.ts'

/** A function, so that these words are there while somebody splits a task and at no other time. */
export const german = (): SplitLanguage => ({
  lead: 'bitte|noch|endlich|schnell|ich|wir|muss|müssen|soll|sollte|möchte|will|mal',
  verbPlace: 'either',
  // Articles have cases and genders: sentences name the object in quotes instead.
  article: null,
  it: 'es',
  messages: {
    simple: 'Unter zehn Minuten: klein genug, um es in einem Zug zu tun.',
    steps: 'Schritte von wenigen Minuten. Nimm die, die helfen.',
    parts: 'Ein Projekt: erst die Teile. Jeder lässt sich teilen, wenn er an der Reihe ist.',
    nothing: 'Was die Regeln wissen, steht schon da.',
  },
  other: {
    scope: 'multi-step',
    nouns: '',
    steps: `
      2 In einem Satz aufschreiben, was da ist, wenn es fertig ist
      2 Hinlegen, was dazu nötig ist, alles andere weg
      5 Den kleinsten Teil tun, den man sieht
      +5 Den nächsten Teil tun, ohne zurückzugehen
      ++5 Den Teil tun, den du lieber aufschiebst, erst einmal grob
      ++5 Tun, was vom Hauptteil noch fehlt
      +3 Einmal mit frischem Blick ansehen und das Auffälligste ändern
      2 Weglegen und sagen, wer darauf wartet, dass es fertig ist
    `,
    parts: `
      1 Entscheiden, was am Ende da ist
      2 Herausfinden, was nötig ist und was fehlt
      4 Die erste Hälfte machen
      4 Die zweite Hälfte machen
      1 Alles prüfen und den Rest erledigen
    `,
  },
  verbs: { ...germanDesk(), ...germanHands() },
})
