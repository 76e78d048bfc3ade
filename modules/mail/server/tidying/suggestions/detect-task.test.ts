import { expect, it } from 'vitest'
import { detectTask } from './detect-task.ts'

/** A Wednesday. */
const sentAt = Date.UTC(2026, 2, 4, 10)
const detect = (text: string, subject = 'The offer') => detectTask({ subject, text, sentAt })

it('reads a request with its day, and quotes it', () => {
  expect(
    detect('Hi Bo,\n\nnice to hear.\nCould you please send me the signed\noffer by Friday? Thanks.\n\nAda'),
  ).toEqual({
    title: 'Send me the signed offer by Friday',
    dueOn: '2026-03-06',
    reason: 'request',
    quote: 'Could you please send me the signed offer by Friday?',
  })
})

it.each([
  ['Please call me by tomorrow.', '2026-03-05'],
  ['Please call me by Wednesday.', '2026-03-11'],
  ['Please pay until 2026-04-01.', '2026-04-01'],
  ['Please pay before March 20th.', '2026-03-20'],
  ['Please pay by 3 February.', '2027-02-03'],
  ['Please pay by the end of the week.', '2026-03-06'],
  ['Bitte überweisen Sie den Betrag bis 20.3.2026.', '2026-03-20'],
  ['Bitte rufen Sie an bis Montag.', '2026-03-09'],
  ['Please pay by 31 June.', null],
  ['Please tell me what you did on Friday.', null],
])('finds the day of %s', (text, dueOn) => {
  expect(detect(text)).toMatchObject({ reason: 'request', dueOn })
})

it('reads deadlines and questions to the reader, and prefers what is asked for', () => {
  expect(detect('The report is due by Monday.')).toMatchObject({ reason: 'deadline', dueOn: '2026-03-09' })
  expect(detect('When will you have time for the kitchen?')).toMatchObject({
    reason: 'question',
    title: 'Answer: The offer',
    quote: 'When will you have time for the kitchen?',
  })
  expect(detect('Do you like the plan? Please sign it.')).toMatchObject({ reason: 'request', title: 'Sign it' })
})

it.each([
  'Please find the invoice attached.',
  'Please do not reply to this message.',
  'How are you?',
  'Is it not a lovely day?',
  'Nothing to do here.',
  '> Could you please send the offer by Friday?\n\nDone.',
  'Done.\n-- \nPlease think of the trees before printing.',
  'Done.\n\nOn Mon, 2 Mar 2026 Ada <ada@example.test> wrote:\nPlease send it.',
  '',
])('asks for nothing: %s', (text) => {
  expect(detect(text)).toBeNull()
})

it('takes no longer than the text is long', () => {
  for (const text of ['please '.repeat(50_000), '1. '.repeat(50_000), '> '.repeat(50_000), '- \n'.repeat(50_000)])
    expect(() => detect(text)).not.toThrow()
})
