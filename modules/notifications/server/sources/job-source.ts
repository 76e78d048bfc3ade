import { getJob, jobChanged } from '#kernel/builtin/contract.ts'
import type { Source } from './source.ts'

// These tell of their end themselves, in their own words.
const toldElsewhere = ['mail.import', 'mail.undo-import']

/** Work in the background that failed for good. */
export const jobSource: Source = {
  event: jobChanged,
  async toNotice({ ask }, { subjectId, data }) {
    if (data.state !== 'failed') return null
    const job = await ask(getJob, { id: subjectId })
    if (toldElsewhere.includes(job.name)) return null
    return {
      kind: 'job',
      key: `job ${job.id} ${job.attempt}`,
      title: `Work in the background failed: ${job.name}`,
      detail: job.problem?.detail ?? null,
      record: null,
    }
  },
}
