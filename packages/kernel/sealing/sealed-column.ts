import type { Row } from '../database/port.ts'

/** A column of sealed texts under the instance key itself, which a change of that key seals anew. */
export interface SealedColumn {
  /** One of the module's own, of the instance; or `jobs`, for what waits in the input of a job. */
  table: string
  column: string
  /** The column that names a row. */
  key: string
  /** What each text is sealed for. */
  place: (row: Row) => string
  /** In `jobs`: the jobs of this name, and the member of their input that is sealed. */
  job?: { name: string; member: string }
}
