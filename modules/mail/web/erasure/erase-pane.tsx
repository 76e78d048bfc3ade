import { Link } from '@tanstack/react-router'
import Eraser from 'lucide-react/icons/eraser'
import { listConnections } from '#modules/connections/contract.ts'
import { listDrafts, listLabels, listRules } from '#modules/mail/contract.ts'
import { buttonClass } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useMailCounts } from '../use-mail-counts.ts'
import { EraseForm } from './erase-form.tsx'
import { ErasureNote } from './erasure-note.tsx'
import { isErasing, useErasure } from './use-erasure.ts'

/** Pages of drafts are counted no further than this. */
const MOST = 200

/** Erasing all of one's mail: what there is, what goes with it, and how it goes on. */
export function Pane() {
  const counts = useMailCounts()
  const drafts = useOperation(listDrafts, { limit: MOST })
  const labels = useOperation(listLabels, {})
  const rules = useOperation(listRules, {})
  const accounts = useOperation(listConnections, {})
  const erasure = useErasure()
  const asked = [counts, drafts, labels, rules, accounts]
  const failed = asked.find((query) => query.isError && !query.data)
  if (failed?.error) {
    const again = () => asked.forEach((query) => void query.refetch())
    return <ErrorState error={failed.error} retry={again} />
  }
  if (erasure.error && !erasure.loading) return <ErrorState error={erasure.error} retry={erasure.retry} />
  if (!counts.data || !drafts.data || !labels.data || !rules.data || !accounts.data || erasure.loading)
    return <Skeleton rows={3} label="Counting your mail" />

  const { job } = erasure
  const messages = counts.data.items.reduce((sum, item) => sum + item.messages, 0)
  const parts: [noun: string, count: number, more: boolean][] = [
    ['message', messages, false],
    ['draft', drafts.data.items.length, drafts.data.next !== null],
    ['label', labels.data.items.length, false],
    ['rule', rules.data.items.length, false],
  ]
  const isEmpty = parts.every(([, count]) => count === 0) && accounts.data.items.length === 0
  return (
    <Section
      title="Erase all your mail"
      hint="All mail of yours in this workspace goes for good, from this Daybook alone: what is on mail servers stays there."
    >
      {job && <ErasureNote job={job} onChanged={erasure.retry} />}
      {!job && isEmpty && (
        <EmptyState
          icon={Eraser}
          title="There is no mail of yours here to erase."
          action={
            <Link to="/settings/{-$pane}" params={{ pane: 'accounts' }} className={buttonClass()}>
              Connect a mail account
            </Link>
          }
          example="Once mail is here, this is where all of it goes at once."
        />
      )}
      {!isEmpty && !(job && isErasing(job)) && (
        <EraseForm parts={parts} accounts={accounts.data.items} onBegun={erasure.begin} />
      )}
    </Section>
  )
}
