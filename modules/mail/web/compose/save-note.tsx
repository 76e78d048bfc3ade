import type { LetterSaver, SaveState } from './letter-saver.ts'

const words: Record<SaveState, string> = {
  new: '',
  waiting: 'Saving',
  saving: 'Saving',
  saved: 'Saved as a draft',
  kept: 'Kept in this browser, trying again',
  conflict: 'Changed elsewhere',
}

/** Where the letter is kept by now. */
export function SaveNote({ saver }: { saver: LetterSaver }) {
  const { error } = saver
  // A refusal that trying again does not mend is said in the server's words.
  const refused = saver.state === 'kept' && error && !error.problem.retryable
  return (
    <span role="status" className="truncate text-sm font-medium">
      {refused ? `Kept in this browser: ${error.problem.detail}` : words[saver.state]}
    </span>
  )
}
