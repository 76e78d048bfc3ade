import { useEffect, useEffectEvent, useRef } from 'react'
import { listIdentities, type Identity } from '#modules/mail/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import type { Start } from './composing.ts'
import type { OpenLetter } from './use-letter.ts'

/** Puts the signature of the sender below a new letter, and another one in its place when the sender changes. */
export function useSignature(open: OpenLetter, { kind }: Start): void {
  const identities = useOperation(listIdentities, {}).data?.items
  const placed = useRef<string | null>(null)
  const chosen = identities?.find(({ id }) => id === open.letter.identityId) ?? identities?.[0]

  const place = useEffectEvent((identity: Identity) => {
    const { saver } = open
    const { html, text } = saver.letter
    const first = placed.current === null
    const next = signatureOf(identity)
    if (first && (kind !== 'new' || text !== '')) return
    if (!first && (placed.current === '' || !html.endsWith(placed.current!))) return
    const body = first ? '<div><br></div><div><br></div>' : html.slice(0, -placed.current!.length)
    if (next === '' && first) return
    placed.current = next
    // A signature alone is nothing to keep.
    saver.fill({ ...saver.letter, html: body + next })
    open.showAnew()
  })
  const id = chosen?.id
  useEffect(() => {
    if (chosen) place(chosen)
  }, [id])
}

function signatureOf({ signatureHtml, signatureText }: Identity): string {
  if (signatureHtml) return `<div>-- </div>${signatureHtml}`
  if (signatureText.trim() === '') return ''
  const lines = signatureText.split(/\r?\n/).map((line) => `<div>${escape(line) || '<br>'}</div>`)
  return `<div>-- </div>${lines.join('')}`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
