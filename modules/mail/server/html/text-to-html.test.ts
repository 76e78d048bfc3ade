import { describe, expect, it } from 'vitest'

import { textToHtml } from './text-to-html.ts'

const link = (href: string, text = href): string =>
  `<a href="${href}" title="${href}" target="_blank" rel="noopener noreferrer">${text}</a>`

describe('plain text as HTML', () => {
  it('shows every character as it is', () => {
    expect(textToHtml(`<script>alert("1")</script> & 'x'`)).toBe(
      '<div class="text">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</div>',
    )
  })

  it('links addresses without the punctuation around them', () => {
    expect(textToHtml('(see http://a.example/b_(c)), www.d.example. Or <me@e.example>!')).toBe(
      `<div class="text">(see ${link('http://a.example/b_(c)')}), ${link('https://www.d.example/', 'www.d.example')}. ` +
        `Or &lt;${link('mailto:me@e.example', 'me@e.example')}&gt;!</div>`,
    )
    expect(textToHtml('javascript:alert(1) data:text/html,x')).not.toContain('<a')
  })

  it('nests quotes by level, folds long ones and leaves short ones open', () => {
    const html = textToHtml('> a\n>> b\n>c\nanswer\n> 1\n> 2\n> 3\n> 4\n> 5')
    expect(html).toBe(
      '<details class="quote" open><summary>3 quoted lines</summary><blockquote>a\n<blockquote>b\n</blockquote>c\n</blockquote></details>' +
        '<div class="text">answer</div>' +
        '<details class="quote"><summary>5 quoted lines</summary><blockquote>1\n2\n3\n4\n5\n</blockquote></details>',
    )
  })

  it('sets the signature apart', () => {
    expect(textToHtml('Bye\n-- \nA. Person')).toBe(
      '<div class="text">Bye<div class="signature">-- \nA. Person</div></div>',
    )
  })

  it('takes any length and any depth', () => {
    const deep = textToHtml(`${'>'.repeat(100_000)} x`)
    expect(deep.split('<blockquote>').length - 1).toBeLessThan(20)
    for (const piece of ['>\n', 'a@', 'http://a.example/))) ', 'www.', '('.repeat(9)]) {
      expect(textToHtml(piece.repeat(100_000)).length).toBeGreaterThan(100)
    }
  })
})
