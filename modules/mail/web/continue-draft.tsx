import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import PencilLine from 'lucide-react/icons/pencil-line'
import { continueDraft } from '#modules/mail/contract/drafts.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { showProblem } from '#ui/toasts.ts'
import { compose } from './compose/composing.ts'
import { toSearch } from './inbox-search.ts'

/** Goes on here with a draft that another program left on the server. From then on it is among those of here. */
export function ContinueDraft({ messageId }: { messageId: string }) {
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)

  async function begin(): Promise<void> {
    setBusy(true)
    try {
      const { id } = await api.call(continueDraft, { messageId })
      compose({ kind: 'draft', id })
      await navigate({
        to: '/inbox/{-$threadId}',
        params: { threadId: undefined },
        search: toSearch({ place: 'drafts' }),
      })
    } catch (error) {
      showProblem(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Button look="primary" disabled={busy} onClick={() => void begin()}>
      <PencilLine size={18} aria-hidden />
      Go on writing
    </Button>
  )
}
