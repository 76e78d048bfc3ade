import { ProblemError } from '#client/problem-error.ts'
import type { PaletteOperation } from './api-document.ts'
import { toValue } from './member-kind.ts'

/** Calls an operation with what stands in its form; the answer is JSON, or text where it is not. */
export async function callOperation(
  operation: PaletteOperation,
  form: Record<string, string>,
  file: File | null,
): Promise<unknown> {
  const url = new URL(location.origin)
  const body: Record<string, unknown> = {}
  url.pathname = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(form[name] ?? ''))
  for (const { name, place, schema } of operation.members) {
    const value = toValue(schema, form[name] ?? '')
    if (value === undefined) continue
    if (place === 'body') body[name] = value
    if (place === 'query') for (const one of [value].flat()) url.searchParams.append(name, String(one))
  }
  const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE' && !operation.takesFile
  const response = await fetch(url, {
    method: operation.method,
    headers: hasBody ? { 'content-type': 'application/json' } : {},
    ...(hasBody && { body: JSON.stringify(body) }),
    ...(operation.takesFile && file && { body: file }),
  }).catch((cause: unknown) => {
    throw ProblemError.network(cause)
  })
  if (!response.ok) throw await ProblemError.from(response)
  const text = await response.text()
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
}
