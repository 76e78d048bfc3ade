import { findSimilarTasks } from '../../contract.ts'
import { query } from '../database.ts'
import { findSimilar } from '../similar/find-similar.ts'

export default query(findSimilarTasks, async ({ db }, { titles }) => {
  const similar = await findSimilar(db, titles)
  return { items: titles.map((title, index) => ({ title, similar: similar[index]! })) }
})
