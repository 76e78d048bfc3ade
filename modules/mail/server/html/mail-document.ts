/** The `sandbox` attribute of the frame: no scripts, no forms, no origin; links open in a tab of their own. */
export const mailFrameSandbox = 'allow-popups allow-popups-to-escape-sandbox'

/**
 * The policy of a mail's document, for its header and, in `mailDocument`, for its meta element. `images` are the
 * sources that images may come from: our own origin, for inline parts and the proxy.
 */
export function mailPolicy(images: string[] = []): string {
  return [
    `default-src 'none'`,
    `img-src ${['data:', ...images].join(' ')}`,
    `style-src 'unsafe-inline'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

/** The same policy as a response header: it also takes scripts and origin away where the address is opened alone. */
export function mailPolicyHeader(images: string[] = []): string {
  return `${mailPolicy(images)}; frame-ancestors 'self'; sandbox ${mailFrameSandbox}`
}

/** The whole document for the sandboxed frame; `html` comes from `sanitizeMail` or `textToHtml`. */
export function mailDocument({ html, images = [] }: { html: string; images?: string[] }): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${mailPolicy(images)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<style>${baseStyle}</style>
</head>
<body>
${html}
</body>
</html>
`
}

const baseStyle = `
html { background: #fff; color: #1b1b1f; }
body { margin: 0; padding: 16px; font: 15px/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
img[data-blocked] { outline: 1px dashed #b9b9c3; outline-offset: -1px; min-width: 1em; min-height: 1em; }
table { max-width: 100%; }
pre { white-space: pre-wrap; }
a { color: #2f54c4; }
blockquote { margin: 0 0 0 2px; padding-left: 12px; border-left: 2px solid #c9c9d4; color: #5a5a66; }
.text, .quote blockquote { white-space: pre-wrap; }
.signature { color: #5a5a66; }
.quote > summary { cursor: pointer; color: #5a5a66; font-size: 13px; }
`
