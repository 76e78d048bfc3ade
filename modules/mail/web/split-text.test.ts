import { expect, it } from 'vitest'
import { splitText } from './split-text.ts'

it('parts what was written from what was quoted', () => {
  expect(splitText('Yes.\n\n> Will you come?\n>\n> Ada\n\nSee you\n')).toEqual([
    { quoted: false, text: 'Yes.' },
    { quoted: true, text: '> Will you come?\n>\n> Ada' },
    { quoted: false, text: 'See you' },
  ])
})

it('keeps empty lines inside a part, and any sort of line end', () => {
  expect(splitText('One\r\n\r\nTwo\rThree')).toEqual([{ quoted: false, text: 'One\n\nTwo\nThree' }])
})

it('keeps every line that is not empty', () => {
  const text = '> a\nb\n> c\n\n\nd\n> '
  const lines = (whole: string) =>
    whole
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => line.trimEnd())
  expect(splitText(text).flatMap((part) => lines(part.text))).toEqual(lines(text))
})
