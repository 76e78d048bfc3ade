import { API_PREFIX } from '#contract/api-prefix.ts'
import { ProblemError } from '#client/problem-error.ts'
import { createUpload, type Upload } from '#kernel/builtin/contract.ts'

/** Sends a file on its way in. */
export async function uploadFile(file: File): Promise<Upload> {
  const { method, path } = createUpload.http
  const name = encodeURIComponent(file.name.slice(-255))
  const response = await fetch(`${API_PREFIX}${path}?name=${name}`, {
    method,
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw ProblemError.network('the upload broke off')
  })
  if (!response.ok) throw await ProblemError.from(response)
  return (await response.json()) as Upload
}
