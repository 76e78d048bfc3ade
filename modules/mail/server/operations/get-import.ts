import { getImport } from '../../contract.ts'
import { query } from '../database.ts'
import { findImport } from '../store/find-import.ts'
import { asItStands } from '../store/is-running.ts'
import { toImport } from '../store/to-import.ts'

export default query(getImport, async ({ db, actor, ask, fail }, { id }) => {
  const row = await findImport(db, actor, id)
  return row ? toImport(await asItStands({ ask }, row)) : fail('import-not-found')
})
