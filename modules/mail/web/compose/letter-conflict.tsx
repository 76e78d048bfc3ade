import { getDraft, updateDraft } from '#modules/mail/contract/drafts.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { shortDate } from '#ui/format.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { toInput, toLetter } from './letter.ts'
import type { OpenLetter } from './use-letter.ts'

/** Both texts of a draft that was changed in another window too: either, or both as drafts of their own. */
export function LetterConflict({ open }: { open: OpenLetter }) {
  const { saver } = open
  const id = saver.state === 'conflict' ? saver.saved?.id : undefined
  const theirs = useOperation(getDraft, { id: id ?? '' }, { enabled: id !== undefined })
  if (!id || !theirs.data) return null
  const draft = theirs.data
  const takeTheirs = () => {
    saver.adopt(draft, toLetter(draft))
    open.setAttachments(draft.attachments)
    open.showAnew()
  }
  const keepBoth = async () => {
    try {
      const mine = await api.call(updateDraft, { ...saver.saved!, keepBoth: true, ...toInput(saver.letter) })
      saver.adopt(mine, toLetter(mine))
      showToast({ message: 'Both are kept: this is yours, the other is among the drafts' })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <div
      role="alert"
      className="m-3 flex flex-col gap-2 rounded-box border-2 border-line bg-orange p-3 text-sm text-on-accent"
    >
      <p className="font-semibold">
        This draft was changed in another window, {shortDate(draft.updatedAt)}. What you wrote here is below.
      </p>
      <details>
        <summary className="w-fit font-semibold">What the other window wrote</summary>
        <pre className="m-0 mt-1 max-h-40 overflow-auto font-sans whitespace-pre-wrap" tabIndex={0}>
          {draft.subject}
          {'\n\n'}
          {draft.bodyText}
        </pre>
      </details>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => saver.overwrite(draft)}>Use mine</Button>
        <Button onClick={takeTheirs}>Use the other</Button>
        <Button onClick={() => void keepBoth()}>Keep both</Button>
      </div>
    </div>
  )
}
