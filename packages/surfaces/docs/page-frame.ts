import { html, type Html } from './html.ts'

/** The frame of a page of the API documentation: no script, nothing from outside. */
export function pageFrame(title: string, here: 'operations' | 'errors', aside: Html, main: Html): string {
  const link = (page: typeof here, href: string, label: string) =>
    html`<a href="${href}" ${page === here && html` aria-current="page"`}>${label}</a>`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/api/docs/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <p class="brand">Daybook <span>API</span></p>
          <nav aria-label="Pages">
            ${link('operations', '/api/docs', 'Operations')} ${link('errors', '/api/docs/errors', 'Errors')}
            <a href="/api/v1/openapi.json">OpenAPI 3.1</a>
          </nav>
        </header>
        <div class="columns">
          <nav class="contents" aria-label="Contents" tabindex="0">${aside}</nav>
          <main id="main" tabindex="-1">${main}</main>
        </div>
      </body>
    </html> `.text
}
