import type { ApiOperation } from '../openapi/api-document.ts'

/** A command line that carries out an operation's example. */
export function curlExample(method: string, path: string, operation: ApiOperation): string {
  const body = operation.requestBody?.content
  const example = body?.['application/json']?.example as object | undefined
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "$DAYBOOK${fillPath(path, operation)}"`,
    ...(operation['x-daybook-operation'].access === 'anonymous' ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(example
      ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(example).replaceAll("'", "'\\''")}'`]
      : []),
    ...(body?.['application/octet-stream'] ? ['--data-binary @FILE'] : []),
  ]
  return lines.join(' \\\n  ')
}

function fillPath(path: string, { parameters }: ApiOperation): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const example = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example
    return encodeURIComponent(String(example ?? name))
  })
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.example !== undefined)
  if (query.length === 0) return filled
  return `${filled}?${query.map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`).join('&')}`
}
