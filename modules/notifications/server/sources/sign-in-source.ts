import { listSessions, sessionStarted } from '#modules/identity/contract.ts'
import type { Source } from './source.ts'

/** Somebody signed in from a browser that no other session of this person has. */
export const signInSource: Source = {
  event: sessionStarted,
  async toNotice({ ask }, { subjectId }) {
    const { items } = await ask(listSessions, {})
    const session = items.find(({ id }) => id === subjectId)
    const others = items.filter(({ id }) => id !== subjectId)
    // The first session is the person's own; there is nobody yet who could be warned.
    if (!session || others.length === 0) return null
    if (others.some(({ userAgent }) => userAgent === session.userAgent)) return null
    return {
      kind: 'sign-in',
      key: `session ${subjectId}`,
      title: 'New sign-in to your account',
      detail: session.userAgent.slice(0, 200) || 'An unknown browser',
      record: { kind: 'identity.session', id: subjectId },
    }
  },
}
