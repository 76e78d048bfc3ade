import type { SplitLanguage } from '../split-language.ts'
import { frenchDesk } from './french-desk.ts'
import { frenchHands } from './french-hands.ts'

/** A function, so that these words are there while somebody splits a task and at no other time. */
export const french = (): SplitLanguage => ({
  lead: "il|faut|je|dois|on|doit|penser|à|ne|pas|oublier|de|d'|vite|enfin",
  verbPlace: 'first',
  // Articles have genders: sentences do without the object.
  article: null,
  it: 'cela',
  messages: {
    simple: 'Moins de dix minutes : assez petit pour être fait d’un trait.',
    steps: 'Des étapes de quelques minutes. Prenez celles qui aident.',
    parts: 'Un projet : d’abord les parties. Chacune se découpe quand vient son tour.',
    nothing: 'Tout ce que les règles savent est déjà là.',
  },
  other: {
    scope: 'multi-step',
    nouns: '',
    steps: `
      2 Écrire en une phrase ce qui sera là quand ce sera fini
      2 Poser devant soi ce qu’il faut, et ranger le reste
      5 Faire la plus petite partie qui se voit
      +5 Faire la suivante, sans revenir en arrière
      ++5 Faire celle qu’on repousserait, d’abord en gros
      ++5 Faire ce qui reste du principal
      +3 Regarder une fois d’un œil neuf et corriger ce qui saute aux yeux
      2 Mettre à sa place et prévenir qui attend
    `,
    parts: `
      1 Décider ce qui sera là à la fin
      2 Trouver ce qu’il faut et ce qui manque
      4 Faire la première moitié
      4 Faire la seconde moitié
      1 Vérifier le tout et finir ce qui reste
    `,
  },
  verbs: { ...frenchDesk(), ...frenchHands() },
})
