import { lazy, Suspense, useEffect } from 'react'
import { getMe } from '#modules/identity/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { showToast } from '#ui/toasts.ts'
import { compose, useComposing } from './composing.ts'
import { isOfThisTab, keptLetters, type KeptLetter } from './kept-letters.ts'
import { titleOf } from './letter.ts'

const Composer = lazy(() => import('./composer.tsx').then((module) => ({ default: module.Composer })))

/** Younger ones may be on their way to the server from another window. */
const LEFT_BEHIND_MILLISECONDS = 15_000

/** The letter that is being written, above every page; and what an earlier visit left behind. */
export function Layer() {
  const composing = useComposing()
  const userId = useOperation(getMe, {}).data?.user.id

  useEffect(() => {
    if (!userId) return
    const kept = keptLetters(userId)
    const left = kept.find((letter) => isOfThisTab(letter) || isOld(letter))
    if (left) return offer(left)
    if (kept.length === 0) return
    // What another window has not saved by then, it does not save any more.
    const before = new Set(kept.map(({ key }) => key))
    const timer = setTimeout(() => {
      const late = keptLetters(userId).find((letter) => before.has(letter.key) && isOld(letter) && !isOfThisTab(letter))
      if (late) offer(late)
    }, LEFT_BEHIND_MILLISECONDS + 1000)
    return () => clearTimeout(timer)
  }, [userId])

  if (!composing || !userId) return null
  return (
    <Suspense>
      <Composer key={composing.number} start={composing.start} userId={userId} />
    </Suspense>
  )
}

const isOld = ({ at }: KeptLetter): boolean => Date.now() - at > LEFT_BEHIND_MILLISECONDS

function offer({ key, letter }: KeptLetter): void {
  showToast({
    message: 'A message was not saved when you left',
    detail: titleOf(letter),
    action: { label: 'Go on writing', run: () => compose({ kind: 'kept', key }) },
    stays: true,
  })
}
