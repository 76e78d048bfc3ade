import type { Language } from './language.ts'
import type { Chip } from './types.ts'
import { isFirst, isLast } from './place.ts'

/** Longer than this is no estimate of a task: "127 Hours" is a film. */
const MOST_MINUTES = 16 * 60
const SHORT = /(?<=^|\s)~?(?:(\d{1,2})h(?:\s?(\d{1,2})(?:m|min)?)?|(\d{1,3})(?:m|min))(?=$|\s|[.,;])/gi

/** How long a task takes: `30m`, `1h30`, `2 hours`. Minutes stand at an end of the line: "10m cable" is a cable. */
export function readEstimate(masked: string, language: Language): Chip | null {
  for (const match of masked.matchAll(SHORT)) {
    const minutes = Number(match[1] ?? 0) * 60 + Number(match[2] ?? match[3] ?? 0)
    const place = { start: match.index, end: match.index + match[0].length }
    const atEnd = isLast(masked, place) || isFirst(masked, place)
    if (
      isEstimate(minutes) &&
      !(language.clockHours && Number(match[1] ?? 0) >= 7) &&
      (match[1] !== undefined || atEnd) &&
      !isLed(masked, place.start, language)
    )
      return { ...place, text: match[0], kind: 'estimate', minutes }
  }
  return readWords(masked, language)
}

/** `2 hours`, `1 hour 30 minutes`, `1,5 Stunden`: at the end of the line, or after "for". */
function readWords(masked: string, language: Language): Chip | null {
  const { hours, minutes } = language
  const number = String.raw`(\d{1,3}(?:[.,]5)?)`
  const pattern = new RegExp(
    String.raw`(?<=^|\s)(?:(?:for|für|pendant)\s+)?(?:${number}\s*(?:${hours.source})(?:\s*(?:and|und|et)?\s*(\d{1,2})\s*(?:${minutes.source}))?|${number}\s*(?:${minutes.source}))(?=$|\s|[.,;])`,
    'gu',
  )
  for (const match of masked.matchAll(pattern)) {
    const [, whole, rest, alone] = match
    const total = toNumber(whole) * 60 + toNumber(rest) + toNumber(alone)
    const place = { start: match.index, end: match.index + match[0].length }
    if (isEstimate(total) && isLast(masked, place) && !isLed(masked, place.start, language))
      return { ...place, text: match[0], kind: 'estimate', minutes: Math.round(total) }
  }
  return null
}

/** "in 2 hours" says when, not how long. */
function isLed(masked: string, start: number, { lead }: Language): boolean {
  return lead.test(masked.slice(0, start).toLowerCase()) || NOT_HOW_LONG.test(masked.slice(0, start))
}

const NOT_HOW_LONG =
  /(?:^|\s)(?:in|within|every|alle|dans|toutes? les|after|nach|après|next|last|the|le|les|um|à|at|vor|il y a)\s+$/i

function isEstimate(minutes: number): boolean {
  return minutes > 0 && minutes <= MOST_MINUTES
}

function toNumber(text: string | undefined): number {
  return Number((text ?? '0').replace(',', '.'))
}
