import { expect, it } from 'vitest'
import { habitOf } from './habit-of.ts'

it.each([
  ['en-GB', 'Meditate every day', 'Meditate', 7],
  ['en-GB', 'Go to the gym 3 times a week', 'Go to the gym', 3],
  ['en-GB', 'Stretch twice a day', 'Stretch', 14],
  ['en-GB', 'Drink water more often', 'Drink water', 3],
  ['en-GB', 'Walk', 'Walk', 3],
  ['de-DE', 'Dreimal die Woche joggen', 'Joggen', 3],
  ['de-DE', 'Jeden Tag meditieren', 'Meditieren', 7],
  ['de-DE', 'Öfter lesen', 'Lesen', 3],
  ['fr-FR', 'Faire du sport trois fois par semaine', 'Faire du sport', 3],
  ['fr-FR', 'Méditer tous les jours', 'Méditer', 7],
])('reads a habit in %s: %s', (locale, text, name, times) => {
  const written = { locale, zone: 'UTC', writtenAt: Date.parse('2026-11-18T09:30:00Z') }
  expect(habitOf(text, written)).toEqual({ name, times })
})
