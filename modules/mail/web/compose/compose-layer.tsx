import { lazy, Suspense, useEffect } from 'react'
import { getMe } from '#modules/identity/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { showToast } from '#ui/toasts.ts'
import { compose, useComposing } from './composing.ts'
import { keptLetters } from './kept-letters.ts'
import { titleOf } from './letter.ts'

const Composer = lazy(() => import('./composer.tsx').then((module) => ({ default: module.Composer })))

/** Younger ones are on their way to the server from another window. */
const LEFT_BEHIND_MILLISECONDS = 15_000

/** The letter that is being written, above every page; and what an earlier visit left behind. */
export function Layer() {
  const composing = useComposing()
  const userId = useOperation(getMe, {}).data?.user.id

  useEffect(() => {
    const left = userId && keptLetters(userId).find(({ at }) => Date.now() - at > LEFT_BEHIND_MILLISECONDS)
    if (!left) return
    showToast({
      message: 'A message was not saved when you left',
      detail: titleOf(left.letter),
      action: { label: 'Go on writing', run: () => compose({ kind: 'kept', key: left.key }) },
      stays: true,
    })
  }, [userId])

  if (!composing || !userId) return null
  return (
    <Suspense>
      <Composer key={composing.number} start={composing.start} userId={userId} />
    </Suspense>
  )
}
