import type { SplitLanguage } from '../split-language.ts'
import { englishDesk } from './english-desk.ts'
import { englishHands } from './english-hands.ts'

/** A function, so that these words are there while somebody splits a task and at no other time. */
export const english = (): SplitLanguage => ({
  lead: "please|to|i|we|you|need|must|should|have|has|got|want|remember|don’t|don't|forget|finally|quickly|just|let's",
  verbPlace: 'first',
  article: {
    word: 'the',
    replaces: 'a|an',
    without:
      'the|my|our|your|his|her|its|their|this|that|these|those|some|any|all|every|each|more|about|for|to|in|on|at|with|from|by|up|out|off|into|how|what|why|who|where|which|if|whether|and|or',
  },
  it: 'it',
  messages: {
    simple: 'Under ten minutes: small enough to do in one go.',
    steps: 'Steps of a few minutes each. Take the ones that help.',
    parts: 'A project: parts first. Each can be split by itself when its turn comes.',
    nothing: 'All that the rules know is there already.',
  },
  other: {
    scope: 'multi-step',
    nouns: '',
    steps: `
      2 Write down in one sentence what is there when {the} is done
      2 Put what it needs in front of you, and the rest away
      5 Do the smallest part that shows
      +5 Do the next part, without going back
      ++5 Do the part that you would rather put off, roughly
      ++5 Do what is left of the main part
      +3 Look at it once with fresh eyes and mend what stands out
      2 Put it where it belongs and tell whoever waits for it
    `,
    parts: `
      1 Decide what is there when {the} is done
      2 Find out what it needs and what is missing
      4 Do the first half of {the}
      4 Do the second half of {the}
      1 Check {the} and finish what is left
    `,
  },
  verbs: { ...englishDesk(), ...englishHands() },
})
