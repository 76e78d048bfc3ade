import type { ApiDocument, ApiOperation } from '../openapi/api-document.ts'
import type { JsonSchema } from '../input-shape.ts'
import { curlExample } from './curl-example.ts'
import { html, type Html } from './html.ts'
import { pageFrame } from './page-frame.ts'
import { membersOf, membersTable, typeText, type Member } from './schema-view.ts'

interface Entry {
  method: string
  path: string
  operation: ApiOperation
}

/** Every operation on one page: what it takes, what it answers, what it may refuse, and a command line that tries it. */
export function operationsPage(document: ApiDocument): string {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const groups = document.tags.map(({ name }) => ({
    name,
    entries: entries.filter(({ operation }) => operation.tags[0] === name),
  }))
  const schemas = Object.entries(document.components.schemas)

  const aside = html`${groups.map(
      (group) =>
        html`<p class="group">${group.name}</p>
          <ul>
            ${group.entries.map(
              ({ operation }) => html`<li><a href="#${operation.operationId}">${operation.operationId}</a></li>`,
            )}
          </ul>`,
    )}
    <p class="group">schemas</p>
    <ul>
      ${schemas.map(([name]) => html`<li><a href="#schema-${name}">${name}</a></li>`)}
    </ul>`

  const main = html`<h1>Operations</h1>
    <p class="lead">
      Every operation is one declaration: its path, its command line and its audit entry share a name. Sign in, or send
      a token as <code>Authorization: Bearer …</code>. Lists answer <code>items</code> and <code>next</code>; give
      <code>next</code> back as <code>cursor</code>. A refusal is a <a href="/api/docs/errors">problem document</a>.
    </p>
    ${groups.map(
      (group) =>
        html`<section aria-labelledby="module-${group.name}">
          <h2 id="module-${group.name}">${group.name}</h2>
          ${group.entries.map((entry) => operationArticle(entry, document))}
        </section>`,
    )}
    <section aria-labelledby="schemas">
      <h2 id="schemas">schemas</h2>
      ${schemas.map(([name, schema]) => schemaArticle(name, schema))}
    </section>`
  return pageFrame('Daybook API', 'operations', aside, main)
}

function operationArticle({ method, path, operation }: Entry, document: ApiDocument): Html {
  const { access, kind } = operation['x-daybook-operation']
  const alias = operation['x-alias-of']
  return html`<article id="${operation.operationId}">
    <h3><a href="#${operation.operationId}">${operation.operationId}</a></h3>
    <p class="route"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></p>
    <p>${operation.summary}.${alias && html` Another path of <a href="#${alias}">${alias}</a>.`}</p>
    <p class="facts"><span class="tag">${kind}</span> <span class="tag">${access}</span></p>
    ${membersTable('Input', operation.operationId, inputMembers(operation, document))}
    <p class="answers"><b>Answers</b> ${answers(operation)}</p>
    <details>
      <summary>Try it<span class="hidden"> (${operation.operationId})</span></summary>
      <pre tabindex="0"><code>${curlExample(method, path, operation)}</code></pre>
    </details>
    <details>
      <summary>Refusals<span class="hidden"> (${operation.operationId})</span></summary>
      <ul class="codes">
        ${refusals(operation)}
      </ul>
    </details>
  </article>`
}

function inputMembers(operation: ApiOperation, document: ApiDocument): Member[] {
  const parameters = operation.parameters.map((parameter) => {
    const { name, in: place, required, schema, description } = resolve(parameter, document)
    return { name, place, required: required === true, schema, description }
  })
  const body = operation.requestBody?.content['application/json']?.schema as JsonSchema | undefined
  return [...parameters, ...(body ? membersOf(body) : [])]
}

function resolve(parameter: Record<string, any>, document: ApiDocument): Record<string, any> {
  const name = parameter.$ref?.split('/').at(-1)
  return name ? (document.components.parameters as Record<string, Record<string, any>>)[name]! : parameter
}

function answers(operation: ApiOperation): Html {
  const [status, response] = Object.entries(operation.responses).find(([code]) => code.startsWith('2'))!
  const [type, content] = Object.entries<Record<string, any>>(response.content ?? {})[0] ?? ['', {}]
  return html`<code>${status}</code>
    ${response.description}${content.schema ? html`: ${typeText(content.schema)}` : type && html`: <code>${type}</code>`}`
}

function refusals(operation: ApiOperation): Html[] {
  return Object.entries(operation.responses)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, response]) => {
      const codes = response.content['application/problem+json'].schema.allOf[1].properties.code.enum as string[]
      return codes.map((code) => html`<li><code>${status}</code> <a href="/api/docs/errors#${code}">${code}</a></li>`)
    })
}

function schemaArticle(name: string, schema: JsonSchema): Html {
  return html`<article id="schema-${name}">
    <h3><a href="#schema-${name}">${name}</a></h3>
    ${membersTable('Members', name, membersOf(schema)) ?? html`<p>${typeText(schema)}</p>`}
  </article>`
}
