import { slot } from '#kernel/database/prepared.ts'
import { bitIsSet, vectorMatch } from '#kernel/database/raw.ts'
import type { Expression } from './expression.ts'
import { loosened, needsPlaces, placesWanted } from './loosened.ts'
import { run, type Database, type FoundRow, type Selection, type Values } from './selection.ts'
import { shownBeside } from './shown-beside.ts'
import { toTsquery } from './to-tsquery.ts'

/** Places of a phrase that are looked for in the filter of neighbours: those of its first three words. */
const places = ['place1', 'place2', 'place3', 'place4', 'place5', 'place6'] as const

/**
 * All documents of the words by the index, in order, and of these the first that rows let pass. Places of words are
 * looked at last and one by one: that is reading a vector, and a page needs few of them.
 */
export function gather(
  db: Database,
  { plan, limit }: Selection,
  expression: Expression,
  values: Values,
): Promise<FoundRow[]> {
  const direction = plan.oldestFirst ? 'asc' : 'desc'
  const hasPlaces = needsPlaces(expression)
  const wanted = placesWanted(expression)
  const build = () => {
    const ofWords = db
      .selectFrom('search_vector')
      .select(['search_vector.document', 'search_vector.words'])
      .where(vectorMatch('search_vector.words', slot('loosened')))
      // A fence: planned on its own, by the index of words, rather than as a filter over all documents in order.
      .offset(0)
      .orderBy('search_vector.document', direction)
    const ofPhrase =
      wanted.length > 0
        ? ofWords.where((eb) => eb.and(places.map((place) => bitIsSet('search_vector.neighbours', slot(place)))))
        : ofWords
    const found = db
      .selectFrom(ofPhrase.as('found'))
      .where('found.document', '>=', slot('low'))
      .where('found.document', '<=', slot('high'))
    const led = values.lead
      ? found.crossJoinLateral((eb) =>
          eb
            .selectFrom('search_keyword')
            .select('search_keyword.word')
            .where('search_keyword.word', '=', slot('lead'))
            .whereRef('search_keyword.document', '=', 'found.document')
            .offset(0)
            .as('lead'),
        )
      : found
    const shown = (led as typeof found)
      .crossJoinLateral((eb) => shownBeside(eb, 'found.document', plan.conditions))
      .selectAll('shown')
      .orderBy('found.document', direction)
      .limit(limit)
    return hasPlaces
      ? shown.where((eb) => eb(vectorMatch('found.words', slot('expression')), 'is', eb.lit(true)))
      : shown
  }
  const shape = `gather ${plan.oldestFirst} ${values.lead !== null} ${hasPlaces} ${wanted.length > 0} ${limit}`
  return run(db, shape, plan.conditions, build, {
    ...values,
    loosened: toTsquery(loosened(expression)),
    // Two words have three places: they are asked for twice rather than in a statement of their own.
    ...Object.fromEntries(places.map((name, n) => [name, wanted[n] ?? wanted[n % 3] ?? null])),
  })
}
