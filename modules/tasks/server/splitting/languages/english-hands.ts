import type { VerbTemplates } from '../split-language.ts'

/** English outlines of what is done with the hands or on foot. */
export const englishHands = (): VerbTemplates => ({
  clean: {
    words: 'clean|tidy|wash|mop|vacuum|hoover|sweep|wipe|dust|declutter|scrub|do the dishes|do the laundry',
    scope: 'multi-step',
    nouns: 'laundry|dishes|dishwasher|bathroom|kitchen|garage|windows|desk',
    steps: `
      2 Put on music and open a window
      3 Take a bag and collect what is rubbish
      5 Bring what belongs elsewhere to where it belongs
      +5 Clear one surface completely
      5 Wipe that surface, then the next one
      ++5 Do the spot that you always leave out
      +5 Do the floor, from the far corner to the door
      2 Take the rubbish out and look at what you did
    `,
    parts: `
      1 Decide what clean enough means for {the}
      1 Buy what is missing: bags, cleaner, cloths
      3 Sort what stays and what goes
      4 Clean {the}, one corner after the other
      1 Take away what goes
    `,
  },
  fix: {
    words: 'fix|repair|mend|debug|solve|unblock|restore|patch|replace',
    scope: 'multi-step',
    nouns: 'bug|leak|puncture|error',
    steps: `
      5 Look at it: see for yourself what goes wrong, and when
      3 Write down what should happen instead
      +5 Search for somebody who has had the same
      3 Put the tools and parts in front of you
      5 Try the likeliest cause first, one change at a time
      ++5 Try the next likeliest
      +3 Test that it works, and that nothing else broke
      2 Put the tools away and note what it was
    `,
    parts: `
      2 Find out when {the} goes wrong, and why
      1 Decide: mend it yourself, ask somebody, or replace it
      1 Buy the parts that are missing
      4 Repair {the}
      1 Test that it works and stays so
    `,
  },
  buy: {
    words: 'buy|order|purchase|shop|get|shop for|pick up some',
    scope: 'multi-step',
    nouns: 'groceries|shopping|gift|present',
    steps: `
      2 Write down what it must have, and what it may cost
      2 Look whether you have one already, or can borrow one
      +5 Look at three that would do
      +3 Compare them on the two things that matter
      3 Choose one, and stop looking
      5 Buy it: basket, address, pay
      2 Note when it comes and how long it can go back
    `,
    parts: `
      1 Decide what {the} must have and may cost
      3 Compare what there is
      1 Choose one, and stop looking
      2 Order {the}
      1 Check what came, and keep the receipt
    `,
  },
  pack: {
    words: 'pack|unpack|move|move out|move in',
    scope: 'multi-step',
    nouns: 'suitcase|moving boxes',
    steps: `
      3 Write the list: days, weather, what is planned
      2 Put bag or boxes open in the middle of the room
      3 Put papers, keys, money and chargers beside them
      5 Put clothes on a heap, a day at a time
      +5 Put in what is for the bathroom
      ++5 Put in what is left on the list
      +3 Go through the list once and tick
      2 Close it and put it by the door
    `,
    parts: `
      1 Decide what comes along and what goes
      1 Buy boxes, tape and labels
      4 Sort and pack room by room
      1 Arrange help and a van
      1 Tell everybody the new address
    `,
  },
  cook: {
    words: 'cook|bake|make dinner|make lunch|make breakfast|grill',
    scope: 'multi-step',
    nouns: 'dinner|lunch|breakfast|cake',
    steps: `
      3 Choose what it will be, and read the recipe once
      3 Look what is there and write down what is missing
      3 Clear the worktop and put everything out
      5 Wash and cut what has to be cut
      5 Put on what takes longest
      +5 Do the next thing while it cooks
      +3 Wash up what you no longer need
      2 Taste, season, set the table
    `,
  },
  build: {
    words:
      'build|make|create|design|develop|implement|code|program|assemble|install|set up|configure|paint|sew|draw|add',
    scope: 'multi-step',
    nouns: 'website|prototype|logo|shelf|app',
    steps: `
      3 Write down or draw what {the} will do when it is there
      3 Put tools, parts or files in front of you
      2 Choose the smallest piece that works by itself
      5 Make that piece, ugly is fine
      +5 Try it out and note what is wrong
      +5 Mend the worst of it
      ++5 Make the next piece
      2 Save or put away, and note where to go on
    `,
    parts: `
      1 Decide what {the} must do, and what it need not
      2 Find out what others have made of this kind
      1 Buy or install what is needed
      4 Build the smallest piece of {the} that works
      4 Build the rest of {the}
      2 Test {the} with somebody who will use it
      1 Fix what came out
    `,
  },
  sort: {
    words: 'sort|file|archive|clear|clear out|empty|scan|back up|backup|organise photos|sort out|delete',
    scope: 'multi-step',
    nouns: 'photos|paperwork|papers|wardrobe|attic|cellar|basement|receipts',
    steps: `
      2 Put everything in one heap, or open the folder
      2 Make three places: keep, give away, throw away
      5 Take what lies on top and decide at once, thing by thing
      5 Go on with the next handful
      +5 Go on: what takes longer than a breath goes on a fourth heap
      ++5 Decide about the fourth heap
      3 Put away what you keep
      2 Take out what goes
    `,
    parts: `
      1 Decide where what you keep will be
      4 Sort the first half of {the}
      4 Sort the second half of {the}
      1 Take away what goes
      1 Write on boxes and folders what is inside
    `,
  },
  exercise: {
    words:
      'exercise|run|jog|walk|swim|train|stretch|work out|workout|do yoga|cycle|go for|go running|go swimming|go to the',
    scope: 'multi-step',
    nouns: 'gym|yoga|training|run',
    steps: `
      3 Put on shoes and clothes for it
      2 Fill a bottle and go to the door
      5 Begin very slowly
      +5 Go on at a pace at which you can talk
      ++5 Go on, or turn round: both count
      +3 Slow down and stretch
      2 Drink, shower, note that you did it
    `,
  },
  bring: {
    words: 'send|post|ship|return|deliver|bring|take|collect|pick up|drop off|hand in|fetch',
    scope: 'multi-step',
    nouns: 'parcel|package|post office|pharmacy|prescription',
    steps: `
      2 Put {the} by the door with what belongs to it
      2 Look up where it goes and until when they are open
      +5 Pack it and write the address on it
      3 Put on shoes and take keys and money
      5 Go and do it
      2 Keep the receipt or number
    `,
  },
})
