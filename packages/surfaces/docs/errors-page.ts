import { commonErrors, type ErrorDeclaration } from '#contract/errors.ts'
import type { AnyOperation } from '#contract/operation.ts'
import { errorTable, statusOf } from '../error-table.ts'
import { socketErrors } from '../socket/socket-errors.ts'
import { html, type Html } from './html.ts'
import { pageFrame } from './page-frame.ts'

/** Every error code with its meaning and its remedy; the `type` of a problem document points here. */
export function errorsPage(operations: readonly AnyOperation[]): string {
  const own = operations.flatMap((operation) =>
    Object.entries(operation.errors).map(([code, declaration]) => ({ code, declaration, operation })),
  )
  const byCode = Map.groupBy(own, ({ code }) => code)
  const common = Object.entries<ErrorDeclaration>(commonErrors)
  const declared = [...byCode].filter(([code]) => !(code in commonErrors)).sort(([a], [b]) => (a < b ? -1 : 1))

  const entry = (code: string) => html`<li><a href="#${code}">${code}</a></li>`
  const aside = html`<p class="group">any operation</p>
    <ul>
      ${common.map(([code]) => entry(code))}
    </ul>
    <p class="group">of some operations</p>
    <ul>
      ${declared.map(([code]) => entry(code))}
    </ul>
    <p class="group">of the socket</p>
    <ul>
      ${Object.keys(socketErrors).map(entry)}
    </ul>`

  const main = html`<h1>Errors</h1>
    <p class="lead">
      A refusal is a problem document (RFC 9457): <code>code</code> is stable and for programs, <code>detail</code> is a
      sentence for people, <code>remedy</code> says what to do, and <code>errors</code> points at the members at fault.
    </p>
    <section aria-labelledby="common">
      <h2 id="common">Any operation</h2>
      ${common.map(([code, declaration]) => errorArticle(code, declaration, null))}
    </section>
    <section aria-labelledby="own">
      <h2 id="own">Of some operations</h2>
      ${declared.map(([code, uses]) =>
        errorArticle(
          code,
          uses[0]!.declaration,
          html`Answered by
          ${uses.map(({ operation }, index) => html`${index > 0 && ', '}<a href="/api/docs#${operation.name}">${operation.name}</a>`)}.`,
        ),
      )}
    </section>
    <section aria-labelledby="socket">
      <h2 id="socket">Of the socket</h2>
      ${Object.entries(socketErrors).map(([code, declaration]) => errorArticle(code, declaration, null))}
    </section>`
  return pageFrame('Daybook API errors', 'errors', aside, main)
}

function errorArticle(code: string, declaration: ErrorDeclaration, note: Html | null): Html {
  const { kind, message, remedy, retryable } = declaration
  return html`<article id="${code}">
    <h3><a href="#${code}">${code}</a></h3>
    <p class="facts">
      <span class="tag">${statusOf(code, declaration)}</span> <span class="tag">${kind}</span>
      <span class="tag">exit ${errorTable[kind].exit}</span
      >${retryable && html` <span class="tag">may be tried again</span>`}
    </p>
    <p>${message}.${remedy && html` ${remedy}`}${note && html` ${note}`}</p>
  </article>`
}
