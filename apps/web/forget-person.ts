import type { QueryClient } from '@tanstack/react-query'
import { chooseKeys } from '#ui/keyboard/key-map.ts'
import { forgetAnswers } from '#ui/data/kept-answers.ts'
import { setShelfOwner } from '#ui/data/shelf.ts'
import { forgetKept } from './offline/keep-app.ts'
import { forgetChoices } from './palette/recent.ts'

/** Forgets whatever this browser knows of the person who was here: the next one may be another. */
export function forgetPerson(queries: QueryClient): void {
  queries.clear()
  chooseKeys({})
  forgetChoices()
  forgetKept()
  void forgetAnswers()
  setShelfOwner('')
}
