import { findSimilarTasks } from '../../contract.ts'
import { query } from '../database.ts'
import { findSimilar } from '../similar/find-similar.ts'

/** More titles than this are looked up beside the others' work. */
const MANY = 40

export default query(findSimilarTasks, async ({ db, onThread }, { titles }) => {
  if (titles.length > MANY) onThread()
  const similar = await findSimilar(db, titles)
  return { items: titles.map((title, index) => ({ title, similar: similar[index]! })) }
})
