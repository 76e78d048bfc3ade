import type { ChampsFacet } from '#modules/tasks/contract.ts'

/** The question of each facet. */
export const facetQuestion: Record<ChampsFacet, string> = {
  conversation: 'How much is spoken?',
  help: 'Where does help come from?',
  activity: 'What do you do?',
  movement: 'Where is the body?',
  participation: 'With whom?',
  success: 'When does it count?',
}

/** The answers as people read them, by facet and value. */
export const facetWords: Record<ChampsFacet, Record<string, string>> = {
  conversation: {
    silent: 'No talking',
    quiet: 'A word now and then',
    'one-to-one': 'With one person',
    group: 'With several',
    call: 'On a call',
  },
  help: {
    alone: 'None needed',
    'look-up': 'Looking it up',
    'ask-someone': 'Asking somebody near',
    'ask-expert': 'Asking somebody who knows',
    together: 'We help each other',
  },
  activity: {
    write: 'Writing',
    read: 'Reading',
    think: 'Thinking',
    make: 'Making',
    sort: 'Sorting',
    talk: 'Talking',
    errand: 'An errand',
  },
  movement: { seated: 'Sitting', standing: 'Standing', moving: 'Moving about', out: 'Out of the house' },
  participation: {
    solo: 'Alone',
    'side-by-side': 'Alone, beside somebody',
    'take-turns': 'Taking turns',
    team: 'In a team',
    watch: 'Watching or listening',
  },
  success: {
    finished: 'It is finished',
    'good-enough': 'It is good enough',
    'time-spent': 'The time is spent',
    'first-step': 'It is begun',
    answer: 'There is an answer',
    'handed-over': 'Somebody has it',
  },
}
