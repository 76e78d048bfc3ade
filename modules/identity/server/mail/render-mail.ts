import type { MailContent } from './queue-mail.ts'

/** A mail as text and as HTML. Everything that people wrote is escaped; there is no picture and no tracking in it. */
export function renderMail({ lines, link }: MailContent, origin: string): { text: string; html: string } {
  const address = link && `${origin}${link.path}`
  const text = [...lines, ...(address ? [`${link!.label}:\n${address}`] : []), FOOTER].join('\n\n')
  const paragraphs = [
    ...lines.map((line) => `<p>${escape(line)}</p>`),
    ...(address ? [`<p><a href="${escape(address)}">${escape(link!.label)}</a></p><p>${escape(address)}</p>`] : []),
    `<p style="color:#555">${escape(FOOTER)}</p>`,
  ]
  const body = `<body style="font:16px/1.5 sans-serif;max-width:36em">${paragraphs.join('\n')}</body>`
  return { text, html: `<!doctype html><html lang="en"><meta charset="utf-8">${body}</html>` }
}

const FOOTER = 'Daybook sent this. Whoever did not expect it can leave it unanswered.'

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
