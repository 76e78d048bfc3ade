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
/** Words a statement: SQLite and PostgreSQL take many more. */
const AT_ONCE = 100

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

async function openTasksBy(db: ReadDatabase<TasksTables>, words: readonly string[]): Promise<Map<string, Found[]>> {
  const found = new Map<string, Found[]>()
  for (let start = 0; start < words.length; start += AT_ONCE) {
    const some = words.slice(start, start + AT_ONCE)
    const rows = await db
      .selectFrom('tasks_task')
      .select(['id', 'title', 'title_word'])
      .where('title_word', 'in', some)
      .where('shelf', '=', 'open')
      .orderBy('title_word')
      .orderBy('id', 'desc')
      .limit(LOOKED_AT * some.length)
      .execute()
    for (const { id, title, title_word } of rows) {
      const list = found.get(title_word!) ?? []
      if (list.length < LOOKED_AT) list.push({ id, title })
      found.set(title_word!, list)
    }
  }
  return found
}
