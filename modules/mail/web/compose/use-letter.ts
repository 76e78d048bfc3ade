import { useEffect, useReducer, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import {
  createDraft,
  deleteDraft,
  listDrafts,
  updateDraft,
  type DraftAttachment,
} from '#modules/mail/contract/drafts.ts'
import { api } from '#ui/data/api.ts'
import { getConnection, subscribe } from '#ui/data/connection.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem } from '#ui/toasts.ts'
import type { Begun } from './begin-letter.ts'
import { dropLetter, keepLetter, type KeptLetter } from './kept-letters.ts'
import { LetterSaver } from './letter-saver.ts'
import { toInput, type Letter } from './letter.ts'

/** A letter as it is written: every change is kept in the browser at once and on the server within a second. */
export function useLetter(begun: Begun, userId: string) {
  const cache = useQueryClient()
  const [, draw] = useReducer((count: number) => count + 1, 0)
  // The editor begins anew when what stands in it comes from elsewhere.
  const [version, setVersion] = useState(0)
  const [attachments, setAttachments] = useState<DraftAttachment[]>(begun.attachments)
  const touched = useRef(!begun.fresh || begun.unsaved)
  const over = useRef(false)
  const [saver] = useState(() => makeSaver(begun, userId, () => draw()))

  const finish = async () => {
    saver.stop()
    if (over.current) return
    over.current = true
    if (touched.current) await saver.flush().then(undefined, () => undefined)
    else if (saver.saved) await api.call(deleteDraft, { id: saver.saved.id }).catch(showProblem)
    await refreshList(cache, listDrafts).catch(() => undefined)
  }
  const leave = useRef(finish)
  leave.current = finish

  useEffect(() => {
    if (begun.unsaved) saver.change(saver.letter)
    const end = subscribe(() => getConnection() !== 'offline' && saver.wake())
    return () => {
      end()
      void leave.current()
    }
  }, [saver, begun])

  return {
    saver,
    letter: saver.letter,
    version,
    attachments,
    setAttachments,
    /** Whether closing leaves a draft behind. */
    isTouched: () => touched.current,
    touch: () => (touched.current = true),
    change(part: Partial<Letter>) {
      touched.current = true
      saver.change({ ...saver.letter, ...part })
    },
    /** Shows a letter that came from elsewhere in the editor. */
    showAnew: () => setVersion((now) => now + 1),
    finish,
    /** The letter as it stands here and on the server, for whoever sends it later. */
    handOver() {
      const { saved, ...rest } = saver.handOver()
      const { key, inReplyTo, answers } = begun
      const kept: KeptLetter = { key, userId, letter: saver.letter, saved, inReplyTo, answers, at: Date.now() }
      return { kept, ...rest }
    },
    /** It was sent or thrown away: nothing is kept of it. */
    end() {
      saver.stop()
      over.current = true
      dropLetter(begun.key)
    },
  }
}

export type OpenLetter = ReturnType<typeof useLetter>

function makeSaver(
  { key, letter, saved, inReplyTo, answers }: Begun,
  userId: string,
  changed: () => void,
): LetterSaver {
  return new LetterSaver(letter, saved, {
    create: async (now, idempotencyKey) => {
      const input = { ...toInput(now), ...(inReplyTo && { inReplyTo, kind: answers }) }
      const { id, rev } = await api.call(createDraft, input, { idempotencyKey })
      return { id, rev }
    },
    update: async (before, now, idempotencyKey) => {
      const { id, rev } = await api.call(updateDraft, { ...before, ...toInput(now) }, { idempotencyKey })
      return { id, rev }
    },
    keep: (now, where) =>
      void keepLetter({ key, userId, letter: now, saved: where, inReplyTo, answers, at: Date.now() }),
    forget: () => dropLetter(key),
    changed,
  })
}
