import { useRef, useState } from 'react'
import { attach, detach, SEND_LIMITS, type Draft, type DraftAttachment } from '#modules/mail/contract/drafts.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { fileSize } from '#ui/format.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { uploadFile } from '../import/upload-file.ts'
import type { OpenLetter } from './use-letter.ts'

/** A file on its way into the draft. */
export interface AttachingFile {
  key: number
  file: File
  done: number
  error: unknown
  stop: AbortController
}

/** Brings files into a draft one after the other, and takes them out again. */
export function useAttach(open: OpenLetter) {
  const [files, setFiles] = useState<AttachingFile[]>([])
  const queue = useRef(Promise.resolve())
  const lastKey = useRef(0)

  const change = (key: number, part: Partial<AttachingFile>) =>
    setFiles((now) => now.map((item) => (item.key === key ? { ...item, ...part } : item)))
  const drop = (key: number) => setFiles((now) => now.filter((item) => item.key !== key))
  const adopt = ({ id, rev, attachments }: Draft) => {
    open.setAttachments(attachments)
    return { id, rev }
  }

  const send = async ({ key, file, stop }: AttachingFile) => {
    if (stop.signal.aborted) return
    try {
      const upload = await uploadFile(file, (done) => change(key, { done }), stop.signal)
      await open.saver.between(async ({ id: draftId }) =>
        adopt(await api.call(attach, { draftId, uploadId: upload.id, filename: nameOf(file) })),
      )
      announce(`${file.name} is attached`)
      drop(key)
    } catch (error) {
      if (!stop.signal.aborted) change(key, { error })
    }
  }
  const enqueue = (item: AttachingFile) => {
    queue.current = queue.current.then(() => send(item))
  }

  return {
    files,
    /** Waits until no file is on its way; the answer is whether all came. */
    async settled(): Promise<boolean> {
      await queue.current
      let failed = false
      setFiles((now) => ((failed = now.some(({ error }) => error)), now))
      return !failed
    },
    add(chosen: File[]) {
      const size = [...open.attachments.map((one) => one.size), ...chosen.map((file) => file.size)].reduce(
        (sum, one) => sum + one,
        0,
      )
      if (size > SEND_LIMITS.attachmentBytes) {
        const most = fileSize(SEND_LIMITS.attachmentBytes)
        showToast({
          message: `Files may have ${most} together`,
          detail: 'Send fewer, or a link to them.',
          failed: true,
        })
        return
      }
      open.touch()
      const added = chosen.map((file) => ({
        key: ++lastKey.current,
        file,
        done: 0,
        error: null,
        stop: new AbortController(),
      }))
      setFiles((now) => [...now, ...added])
      added.forEach(enqueue)
    },
    cancel(key: number) {
      files.find((item) => item.key === key)?.stop.abort()
      drop(key)
    },
    retry(key: number) {
      const item = files.find((candidate) => candidate.key === key)
      if (!item) return
      change(key, { error: null, done: 0 })
      enqueue({ ...item, error: null })
    },
    remove(attachment: DraftAttachment) {
      open.saver.between(async () => adopt(await api.call(detach, { id: attachment.id }))).catch(showProblem)
    },
  }
}

export type Attach = ReturnType<typeof useAttach>

// Control characters cannot stand in a header.
function nameOf({ name }: File): string {
  return name.replace(/\p{Cc}/gu, ' ').slice(-255) || 'file'
}
