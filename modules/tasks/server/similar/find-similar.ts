import { prepared, slot } from '#kernel/database/prepared.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { SimilarTask } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { likeness, wordsOfTitle } from './words-of-title.ts'

/** Two thirds of the words are the same: "call the dentist" and "call the dentist about Tuesday" are. */
const ALIKE = 0.6
/** Shown of each. */
const MOST = 3
/** Open tasks looked at a word: a word that more of them have tells little. */
const LOOKED_AT = 30

/**
 * For each title the open tasks that say nearly the same, most alike first. Each task stands in the index by its longest
 * word: those of the words that a title has are looked up, and nothing is walked.
 */
export async function findSimilar(db: ReadDatabase<TasksTables>, titles: readonly string[]): Promise<SimilarTask[][]> {
  const wanted = titles.map(wordsOfTitle)
  const byWord = await openTasksBy(db, [...new Set(wanted.flat())])
  return wanted.map((words) => {
    const candidates = new Map(words.flatMap((word) => byWord.get(word) ?? []).map((task) => [task.id, task]))
    return [...candidates.values()]
      .map(({ id, title }) => ({ id, title, percent: Math.round(likeness(words, wordsOfTitle(title)) * 100) }))
      .filter(({ percent }) => percent >= ALIKE * 100)
      .toSorted((one, other) => other.percent - one.percent)
      .slice(0, MOST)
  })
}

interface Found {
  id: string
  title: string
}

// A statement a word: in one for all, a word that thousands of tasks have would leave no room for the others.
async function openTasksBy(db: ReadDatabase<TasksTables>, words: readonly string[]): Promise<Map<string, Found[]>> {
  const found = new Map<string, Found[]>()
  for (const word of words) {
    const build = () =>
      db
        .selectFrom('tasks_task')
        .select(['id', 'title'])
        .where('title_word', '=', slot('word'))
        .where('shelf', '=', 'open')
        .orderBy('id', 'desc')
        .limit(LOOKED_AT)
    found.set(word, await prepared<Found>(db, 'open tasks by word', build, { word }))
  }
  return found
}
