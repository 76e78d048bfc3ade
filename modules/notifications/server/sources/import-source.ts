import { getImport, importChanged } from '#modules/mail/contract.ts'
import type { Source } from './source.ts'

/** An import that has ended, well or badly. */
export const importSource: Source = {
  event: importChanged,
  async toNotice({ ask }, { subjectId }) {
    const { id, name, state, stored, problem, job } = await ask(getImport, { id: subjectId })
    if (state !== 'done' && state !== 'failed') return null
    return {
      kind: 'import',
      // One import can be tried again: each try has a job of its own.
      key: `import ${id} ${state} ${job ?? stored}`,
      title: state === 'done' ? `${name} is imported` : `${name} could not be imported`,
      detail: state === 'done' ? `${stored} ${stored === 1 ? 'message' : 'messages'}` : (problem?.detail ?? null),
      record: { kind: 'mail.import', id },
    }
  },
}
