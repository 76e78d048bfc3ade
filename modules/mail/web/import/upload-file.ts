import { API_PREFIX } from '#contract/api-prefix.ts'
import { ProblemError } from '#client/problem-error.ts'
import { createUpload, type Upload } from '#kernel/builtin/contract.ts'

/** Sends a file and tells how far it is, in bytes; only XMLHttpRequest knows that of a request. */
export function uploadFile(file: File, onProgress: (done: number) => void, signal: AbortSignal): Promise<Upload> {
  const request = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    request.open(
      createUpload.http.method,
      `${API_PREFIX}${createUpload.http.path}?name=${encodeURIComponent(file.name.slice(-255))}`,
    )
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as Upload)
      const headers = { 'x-request-id': request.getResponseHeader('x-request-id') ?? '' }
      void ProblemError.from(new Response(request.responseText, { status: request.status, headers })).then(reject)
    }
    request.onerror = () => reject(ProblemError.network('the upload broke off'))
    request.onabort = () => reject(new DOMException('The upload was cancelled', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
