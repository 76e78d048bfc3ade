import { useEffect, useEffectEvent, useRef } from 'react'
import { listIdentities, type Identity } from '#modules/mail/contract/identities.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { cleanHtml } from './clean-html.ts'
import type { Start } from './composing.ts'
import type { OpenLetter } from './use-letter.ts'

/** Puts the signature of the sender below a new letter, and another one in its place when the sender changes. */
export function useSignature(open: OpenLetter, { kind }: Start): void {
  const identities = useOperation(listIdentities, {}).data?.items
  const placed = useRef<string | null>(null)
  const chosen = identities?.find(({ id }) => id === open.letter.identityId) ?? identities?.[0]

  const place = useEffectEvent(() => {
    if (!chosen) return
    const { saver } = open
    const { html, text } = saver.letter
    const first = placed.current === null
    const next = signatureOf(chosen)
    if (first && (kind !== 'new' || text !== '')) return
    if (!first && (placed.current === '' || !html.endsWith(placed.current!))) return
    const body = first ? '<div><br></div><div><br></div>' : html.slice(0, -placed.current!.length)
    if (next === '' && first) return
    placed.current = next
    // A signature alone is nothing to keep.
    saver.begin({ ...saver.letter, html: body + next })
    open.showAnew()
  })
  const id = chosen?.id
  // Told once a sender is known, and whenever it is another one.
  useEffect(() => {
    if (id) place()
  }, [id])
}

// As the editor will have it, so that it is found again at the end of what was written.
function signatureOf({ signatureHtml, signatureText }: Identity): string {
  if (!signatureHtml && signatureText.trim() === '') return ''
  const holder = document.createElement('div')
  holder.append(cleanHtml({ html: signatureHtml ?? '', text: signatureText }))
  return `<div>-- </div>${holder.innerHTML}`
}
