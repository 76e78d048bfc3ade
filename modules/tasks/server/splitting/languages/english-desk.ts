import type { VerbTemplates } from '../split-language.ts'

/** English outlines of what is done at a desk or with other people. */
export const englishDesk = (): VerbTemplates => ({
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
    words: 'research|find|find out|look up|look into|look for|compare|investigate|figure out|explore|check out|google',
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
})
