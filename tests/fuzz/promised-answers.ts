import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ApiDocument } from '#surfaces/openapi/api-document.ts'

export interface FuzzAnswer {
  status: number
  headers: Headers
  /** Null for a stream, of which only the beginning is waited for. */
  text: string | null
}

/** Says what of an answer the document does not promise; null when all is as documented. */
export type PromiseCheck = (template: string, method: string, answer: FuzzAnswer) => string | null

export function promisedAnswers(document: ApiDocument): PromiseCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  // Imported as the module it is in one runtime, and as its default in the other.
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema(document, 'api')
  const validators = new Map<string, ValidateFunction>()

  function validatorOf(pointer: string): ValidateFunction {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` })
    validators.set(pointer, known)
    return known
  }

  return (template, method, { status, headers, text }) => {
    // Something beyond this machine may be out of order, where the document says so.
    if (status === 500) return 'answered 500'
    const responses = document.paths[template]![method.toLowerCase()]!.responses
    const response = responses[String(status)]
    if (!response) return `status ${status} is not documented (${text?.slice(0, 200)})`
    for (const name of Object.keys(response.headers ?? {}))
      if (name === 'X-Request-ID' && !headers.get(name)) return `${status} lacks the header ${name}`
    const content = response.content as Record<string, { schema?: unknown }> | undefined
    if (!content) return text === null || text === '' ? null : `${status} has a body that is not documented`
    const type = headers.get('content-type')?.split(';')[0] ?? ''
    const documented = content[type] ?? content['*/*']
    if (!documented) return `${status} is of type ${type}, not ${Object.keys(content).join(' or ')}`
    if (text === null || !type.endsWith('json') || !documented.schema) return null
    const parts = ['paths', template, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema']
    const validate = validatorOf(`/${parts.map(escaped).join('/')}`)
    if (validate(JSON.parse(text))) return null
    const [error] = validate.errors!
    return `${status}: ${error!.instancePath} ${error!.message} ${JSON.stringify(error!.params)} in ${text.slice(0, 300)}`
  }
}

/** A part of a JSON pointer within the fragment of an address (RFC 6901, 6). */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
