import { useRef, useState } from 'react'
import { importMail } from '#modules/mail/contract.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { uploadFile } from './upload-file.ts'

/** A file on its way in. */
export interface UploadingFile {
  key: number
  file: File
  done: number
  error: unknown
  stop: AbortController
}

/** Uploads files one after the other and starts an import for each. */
export function useUpload(onStarted: () => void) {
  const [files, setFiles] = useState<UploadingFile[]>([])
  const queue = useRef(Promise.resolve())
  const lastKey = useRef(0)

  const change = (key: number, part: Partial<UploadingFile>) =>
    setFiles((now) => now.map((item) => (item.key === key ? { ...item, ...part } : item)))
  const drop = (key: number) => setFiles((now) => now.filter((item) => item.key !== key))

  const send = async ({ key, file, stop }: UploadingFile) => {
    if (stop.signal.aborted) return
    try {
      const upload = await uploadFile(file, (done) => change(key, { done }), stop.signal)
      await api.call(importMail, { uploadId: upload.id })
      announce(`${file.name} is uploaded, the import has begun`)
      drop(key)
      onStarted()
    } catch (error) {
      if (!stop.signal.aborted) change(key, { error })
    }
  }
  const enqueue = (item: UploadingFile) => {
    queue.current = queue.current.then(() => send(item))
  }

  return {
    files,
    add(chosen: File[]) {
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
      enqueue(item)
    },
  }
}
