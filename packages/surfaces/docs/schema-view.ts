import type { JsonSchema } from '../input-shape.ts'
import { html, type Html } from './html.ts'

/** The members of an object schema as a table; nothing when it has none. */
export function membersTable(caption: string, of: string, members: Member[]): Html | null {
  if (members.length === 0) return null
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption} of ${of}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">Member</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${members.map(memberRow)}
      </tbody>
    </table>
  </div>`
}

/** One member of an input or an answer. */
export interface Member {
  name: string
  place?: string
  required: boolean
  schema: JsonSchema
  description?: string
}

/** The members of a schema, in the order they were declared. */
export function membersOf(schema: JsonSchema): Member[] {
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).map(([name, member]) => ({
    name,
    required: required.has(name),
    schema: member,
    description: member.description as string | undefined,
  }))
}

function memberRow({ name, place, required, schema, description }: Member): Html {
  return html`<tr>
    <th scope="row">
      <code>${name}</code
      >${required && html` <span class="tag">required</span>`}${place && html` <span class="tag">${place}</span>`}
    </th>
    <td>${typeText(schema)}</td>
    <td>${[description, limits(schema)].filter(Boolean).join('. ')}</td>
  </tr> `
}

/** A schema's type in a few words; named schemas are links. */
export function typeText(schema: JsonSchema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!
    return html`<a href="#schema-${name}">${name}</a>`
  }
  if (schema.anyOf) return html`${schema.anyOf.map((option, index) => html`${index > 0 && ' or '}${typeText(option)}`)}`
  if (schema.type === 'array') return html`list of ${schema.items ? typeText(schema.items) : 'anything'}`
  if (Array.isArray(schema.enum))
    return html`${schema.enum.map((value, index) => html`${index > 0 && ' | '}<code>${String(value)}</code>`)}`
  if (schema.type === 'object' && schema.properties) return html`{ ${Object.keys(schema.properties).join(', ')} }`
  const type = [schema.type ?? 'anything'].flat().join(' or ')
  return html`${schema.format ? `${type} (${String(schema.format)})` : type}`
}

/** A member's bounds as a sentence without its full stop. */
function limits(schema: JsonSchema): string {
  const said = LIMITS.filter(([keyword]) => schema[keyword] !== undefined).map(
    ([keyword, words]) => `${words} ${JSON.stringify(schema[keyword])}`,
  )
  const text = said.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const LIMITS = [
  ['default', 'default'],
  ['minimum', 'at least'],
  ['maximum', 'at most'],
  ['minLength', 'length at least'],
  ['maxLength', 'length at most'],
  ['minItems', 'items at least'],
  ['maxItems', 'items at most'],
] as const
