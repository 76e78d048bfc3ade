import type { SplitLanguage } from '../split-language.ts'

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
  verbs: {
    write: {
      words: 'write|draft|compose|blog|rewrite|document',
      scope: 'multi-step',
      nouns: 'report|essay|article|letter|thesis|newsletter|speech|blog post|cover letter|minutes',
      steps: `
        2 Open a blank page and put a working title on top
        3 Say in one sentence who reads {the} and what they should know afterwards
        5 List the three to five points it must make, in any order
        2 Put the points in order
        5 Write the first point, roughly
        +5 Write the next point, without going back
        ++5 Write the point that is hardest, badly at first
        +5 Fill in what is missing: names, figures, links
        +5 Read it aloud once and mend what stumbles
        2 Send it, or put it where it belongs
      `,
      parts: `
        1 Decide who reads {the} and what it has to say
        2 Research what is missing for {the}
        1 Plan the order of its points
        4 Write the first draft of {the}
        2 Review {the} with fresh eyes
        1 Send {the} to whoever waits for it
      `,
    },
    answer: {
      words: 'answer|reply|respond|email|e-mail|mail|message|text|write back|write to|get back',
      scope: 'multi-step',
      nouns: 'email|e-mail|inbox|mails|emails|messages',
      steps: `
        2 Open the last message and read it once, slowly
        2 Note in a few words what is asked and what you want to say
        +3 Look up what you need for it: a date, a file, a number
        5 Write the answer: the point first, reasons after
        2 Read it as the other person would, and send it
        +2 Put a reminder where you wait for their answer
      `,
    },
    call: {
      words: 'call|phone|ring|telephone|skype|call back',
      scope: 'multi-step',
      nouns: 'phone call',
      steps: `
        2 Find the number and when somebody picks up
        3 Write down the one thing you want from this call, and your first sentence
        +2 Put papers, dates and numbers in front of you
        5 Dial and say the first sentence
        2 Note what was agreed, with a date
        +2 Make a task of what follows from it
      `,
    },
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
    plan: {
      words: 'plan|organise|organize|arrange|coordinate|host|throw|celebrate',
      scope: 'project',
      nouns: 'party|wedding|holiday|vacation|trip|birthday|conference|workshop|offsite',
      steps: `
        3 Write down what {the} has to achieve, in one sentence
        3 Write down what is fixed: dates, money, people
        5 List everything it needs, in any order
        +3 Mark what has to happen first
        +5 Put a date and a name on the first three things
        ++5 Think of what could go wrong, and what you would do
        3 Put the dates into the calendar
        2 Tell the others what you have planned
      `,
      parts: `
        1 Decide what {the} has to achieve, and what it may cost
        2 Research what is possible: dates, places, prices
        1 Ask everybody concerned what suits them
        2 Decide on date, place and who does what
        2 Book what has to be booked
        2 Prepare what is needed on the day
        1 Tell everybody concerned when and where
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
    learn: {
      words: 'learn|study|practise|practice|memorise|memorize|revise for|cram',
      scope: 'multi-step',
      nouns: 'exam|vocabulary|flashcards|homework',
      steps: `
        2 Choose one small piece of {the} for today
        3 Write down what you know about it already
        5 Read or watch that piece, without notes
        5 Close it and write down what you remember
        +3 Look up what was missing
        +5 Do one exercise or use it once
        ++5 Explain it aloud as if to a friend
        2 Note what comes next, and when
      `,
      parts: `
        1 Decide what you want to be able to do with {the}
        1 Choose one book, course or teacher
        4 Study the first piece of {the}
        4 Practise it until it goes without looking
        2 Study the next piece of {the}
        1 Check what stuck, and plan the rest
      `,
    },
    read: {
      words: 'read|reread|skim|read up',
      scope: 'multi-step',
      nouns: 'book|paper|chapter',
      steps: `
        2 Put {the} in front of you and everything else away
        2 Ask yourself one question that it should answer
        3 Look over headings, pictures and the last page
        5 Read the first part, pencil in hand
        +5 Read the next part
        ++5 Read the part after that
        +3 Mark what you want to keep
        3 Write down the answer in two sentences
      `,
    },
    research: {
      words:
        'research|find|find out|look up|look into|look for|compare|investigate|figure out|explore|check out|google',
      scope: 'multi-step',
      nouns: 'quote|quotes|prices',
      steps: `
        2 Write down the question in one sentence
        2 Write down how good an answer has to be
        5 Search for it and open three pages that look right
        5 Read the first one and note what it says, with the address
        +5 Read the second and third
        +2 Ask somebody who knows: one message
        3 Write down the answer, and what is still open
      `,
      parts: `
        1 Decide which question has to be answered, and how well
        3 Find sources on {the}
        4 Read them and note what they say
        2 Write down what you found
      `,
    },
    decide: {
      words: 'decide|choose|pick|select|make up my mind',
      scope: 'multi-step',
      nouns: 'decision',
      steps: `
        2 Write down what has to be decided, and by when
        3 List what is possible, with doing nothing
        3 Write down the two things that matter most
        +5 Give each choice a mark on these two
        +3 Imagine that it is decided: what do you feel?
        2 Decide, and write down why
        2 Tell whoever has to know
      `,
    },
    pay: {
      words:
        'pay|submit|fill in|fill out|apply|apply for|register|renew|claim|do my taxes|do taxes|file taxes|file my taxes|sign|sign up|cancel',
      scope: 'multi-step',
      nouns: 'bill|bills|invoice|taxes|tax return|form|application|passport|insurance|rent',
      steps: `
        2 Open the letter, form or page
        2 Read what is asked and by when
        5 Put the papers and numbers it needs in front of you
        5 Fill in what you know, and mark the rest
        +5 Look up what you have marked
        +3 Read it over once: name, date, amount
        2 Send or pay it
        2 Keep the receipt where you will find it
      `,
      parts: `
        1 Find out what is asked for {the}, and by when
        3 Sort the papers and numbers it needs
        3 Fill in {the}
        1 Check it: name, dates, amounts
        1 Send {the} and keep the receipt
      `,
    },
    prepare: {
      words: 'prepare|rehearse|present|get ready|prep',
      scope: 'multi-step',
      nouns: 'presentation|talk|meeting|interview|lesson|pitch|demo|slides',
      steps: `
        2 Look up when and where it is, and who comes
        3 Write down the one thing that has to come out of it
        5 List what you need for it: points, papers, things
        +5 Make the most important one of them
        ++5 Make the next one
        +5 Say or do it once, from beginning to end
        3 Put everything ready in one place
      `,
      parts: `
        1 Decide what has to come out of {the}
        2 Find out who comes and what they expect
        4 Make what you show or bring
        2 Rehearse it once with somebody
        1 Pack what you need on the day
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
    book: {
      words: 'book|reserve|schedule|make an appointment|see the|see a|set up a meeting',
      scope: 'multi-step',
      nouns: 'appointment|dentist|doctor|haircut|hotel|flight|train tickets|tickets|restaurant|table',
      steps: `
        2 Look into the calendar for two or three times that suit
        2 Find the number or page where it is booked
        +3 Put what they ask for ready: name, number, dates
        5 Book it
        2 Put it into the calendar, with the address
        +2 Note by when it can be cancelled
      `,
    },
    talk: {
      words: 'meet|talk|talk to|discuss|ask|tell|interview|invite|catch up|speak|speak to|apologise|apologize|thank',
      scope: 'multi-step',
      nouns: '1:1|feedback',
      steps: `
        3 Write down what you want to say or know, in three points
        2 Choose where and when it is easy to talk
        2 Ask whether the time suits
        +3 Think of what the other person may want from it
        5 Begin with the point that matters most
        2 Note what you agreed on
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
    review: {
      words: 'review|proofread|edit|check|test|correct|update|go through|go over|evaluate|grade|revise',
      scope: 'multi-step',
      nouns: 'pull request|feedback round|audit',
      steps: `
        2 Open {the} and look how long it is
        2 Write down the two or three things you look for
        5 Go through it once, quickly, and only mark
        5 Go back to the first marks and say what is wrong
        +5 Go on with the next marks
        +3 Say what is good
        2 Send your remarks, or tick it off
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
  },
})
