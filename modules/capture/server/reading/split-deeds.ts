import { literalSpans } from '#base/quick-add/literal-spans.ts'
import { mask } from '#base/quick-add/mask.ts'
import { dutyLength, isDeed } from './deed.ts'
import type { Understanding } from './reading.ts'

/** "Call mum and buy milk" are two things to do; "call mum and dad" is one. */
export function splitDeeds(sentence: string, understanding: Understanding): string[] {
  // What is in "I need to" is never cut: "don't forget, please, to …".
  const duty = sentence.slice(0, dutyLength(sentence, understanding))
  const parts = cut(sentence.slice(duty.length), understanding.words.and)
  if (parts.length === 1) return [sentence]
  const split = understanding.words.verbLast ? endingInDeeds : beginningWithDeeds
  const [first, ...others] = split(parts, understanding)
  return [duty + first, ...others]
}

interface Part {
  /** What stands before it: a comma, an "and". */
  joint: string
  text: string
}

function cut(sentence: string, and: RegExp): Part[] {
  const masked = mask(sentence, literalSpans(sentence, []))
  const parts: Part[] = []
  let joint = ''
  let start = 0
  for (const match of masked.matchAll(and)) {
    parts.push({ joint, text: sentence.slice(start, match.index) })
    joint = match[0]
    start = match.index + joint.length
  }
  parts.push({ joint, text: sentence.slice(start) })
  return parts
}

/** A deed begins with its verb: what does not belongs to the one before. One word alone shares what follows: "wash and dry it". */
function beginningWithDeeds(parts: readonly Part[], understanding: Understanding): string[] {
  const deeds: string[] = []
  for (const { joint, text } of parts) {
    const last = deeds.at(-1)
    // After buying, one word alone is one more thing: in French "poivre" ends as a verb does.
    const thing = last !== undefined && understanding.words.buyFirst.test(last.trim()) && !/\s/.test(text.trim())
    const own =
      last === undefined ||
      (!thing && /\s/.test(last.trim()) && isDeed(last, understanding) && isDeed(text, understanding))
    if (own) deeds.push(text)
    else deeds[deeds.length - 1] = last + joint + text
  }
  return deeds
}

/** A deed ends with its verb: what does not belongs to the one behind. */
function endingInDeeds(parts: readonly Part[], understanding: Understanding): string[] {
  const deeds: string[] = []
  let open = ''
  for (const { joint, text } of parts) {
    open += open === '' ? text : joint + text
    const whole = /\s/.test(text.trim()) || open !== text
    if (!whole || !isDeed(text, understanding)) continue
    deeds.push(open)
    open = ''
  }
  if (open !== '') {
    const tail = parts.at(-1)!.joint + open
    if (deeds.length === 0) deeds.push(open)
    else deeds[deeds.length - 1] += tail
  }
  return deeds
}
