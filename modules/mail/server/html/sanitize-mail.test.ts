import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'

import { allowedElements, plainAttributes } from './allowed-html.ts'
import { hostileMail } from './hostile-mail.ts'
import { sanitizeMail } from './sanitize-mail.ts'

const options = {
  cid: (contentId: string) => (contentId === 'logo@example.test' ? '/parts/1' : null),
  allowRemote: false,
  proxy: (url: string) => `/proxy?url=${encodeURIComponent(url)}`,
}
const sanitize = (html: string, changed: Partial<typeof options> = {}) => sanitizeMail(html, { ...options, ...changed })

describe('hostile mail', () => {
  for (const [name, html] of Object.entries(hostileMail)) {
    it(`is harmless: ${name}`, () => {
      for (const allowRemote of [false, true]) {
        const { html: safe } = sanitize(html, { allowRemote })
        expect(faultsOf(safe)).toEqual([])
        // What is safe stays as it is: no second reading finds anything new in it.
        expect(sanitize(safe, { allowRemote, proxy: (url) => url }).html.length).toBeLessThanOrEqual(safe.length + 20)
      }
    })
  }

  it('takes time in proportion to its size', () => {
    const size = 1_000_000
    const cases = [
      '<div>',
      '<b></i>',
      '<',
      '<a ',
      '&',
      '<!--',
      'a="',
      '<style>',
      '<svg>',
      '<table><tr><td>',
      '<p style="url(',
    ]
    for (const piece of cases) {
      const { html } = sanitize(piece.repeat(size / piece.length))
      expect(html.length).toBeLessThan(size * 8)
    }
    const deep = sanitize(`${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`)
    expect(deep.html).toContain('deep')
    expect(deep.html.match(/<div>/g)?.length).toBeLessThan(512)
    expect(sanitize(`${'a'.repeat(10_000_000)}<b>`).truncated).toBe(true)
  })
})

describe('remote content', () => {
  const mail = `<img src="http://a.example/1.png"><img src="https://b.example/2.png" alt="two">
    <p style="background: #fff url(http://a.example/3.png) no-repeat">x</p>`

  it('is blocked and counted, and its hosts are told', () => {
    const { html, blockedRemote, remoteHosts } = sanitize(mail)
    expect(html).not.toContain('example')
    expect(html).toContain('<img alt="two" data-blocked="">')
    expect(html).toContain('background: #fff none no-repeat')
    expect([blockedRemote, remoteHosts]).toEqual([3, ['a.example', 'b.example']])
  })

  it('comes through our proxy when it is allowed', () => {
    const { html, blockedRemote, remoteHosts } = sanitize(mail, { allowRemote: true })
    expect(html).toContain('src="/proxy?url=http%3A%2F%2Fa.example%2F1.png"')
    expect(html).toContain('url(&quot;/proxy?url=http%3A%2F%2Fa.example%2F3.png&quot;)')
    expect([blockedRemote, remoteHosts]).toEqual([0, ['a.example', 'b.example']])
  })

  it('is counted where it hides', () => {
    const counted = [
      'a CSS import',
      'a CSS font',
      'a CSS background',
      'a set of images',
      'a picture',
      'a background',
      'a film',
      'a linked sheet',
      'a pixel without a scheme',
    ]
    const counts = counted.map((name) => [name, sanitize(hostileMail[name] ?? '').blockedRemote])
    expect(counts).toEqual([
      ['a CSS import', 2],
      ['a CSS font', 1],
      ['a CSS background', 2],
      ['a set of images', 1],
      ['a picture', 2],
      ['a background', 3],
      ['a film', 3],
      ['a linked sheet', 2],
      ['a pixel without a scheme', 3],
    ])
  })

  it('is not what the mail brings along', () => {
    const pixel = 'data:image/png;base64,iVBORw0KGgo='
    const { html, blockedRemote } = sanitize(
      `<img src="cid:logo%40example.test"><img src="cid:other"><img src="${pixel}">`,
    )
    expect(html).toBe(`<img src="/parts/1"><img data-blocked=""><img src="${pixel}">`)
    expect(blockedRemote).toBe(0)
  })
})

describe('links', () => {
  it('open apart, show where they lead, and tell when they pretend', () => {
    const { html, links } = sanitize('<a href="http://evil.example/x" title="Your bank">www.bank.example</a>')
    expect(html).toBe(
      '<a href="http://evil.example/x" title="http://evil.example/x" target="_blank" rel="noopener noreferrer">www.bank.example</a>',
    )
    expect(links).toEqual([
      { href: 'http://evil.example/x', host: 'evil.example', text: 'www.bank.example', misleading: true },
    ])
  })

  it('may differ in their subdomain or show words', () => {
    const { links } = sanitize(
      '<a href="https://news.bank.example/1">bank.example</a> <a href="https://a.example">Read more</a> <a href="mailto:a@b.example">a@b.example</a>',
    )
    expect(links.map(({ misleading }) => misleading)).toEqual([false, false, false])
  })

  it('lead to the web or to a mail only', () => {
    for (const href of ['javascript:1', 'data:text/html,x', 'ftp://a.example', 'tel:1', '/relative', '#part', 'x']) {
      expect(sanitize(`<a href="${href}">x</a>`)).toMatchObject({ html: '<a>x</a>', links: [] })
    }
  })
})

describe('ordinary mail', () => {
  it('keeps its tables, fonts and colours', () => {
    const html =
      '<table width="600" cellpadding="0" bgcolor="#eee" style="border-collapse: collapse"><tbody><tr><td align="center" valign="top">' +
      '<font face="Arial" color="red" size="2"><b>Hello</b></font><br><img alt="x" width="20" src="/parts/1"></td></tr></tbody></table>'
    expect(sanitize(html.replace('/parts/1', 'cid:logo@example.test')).html).toBe(html)
  })

  it('keeps the plain rules of its sheets', () => {
    const { html } = sanitize(
      `<style type="text/css"><!-- .a > p:hover, td[class="x"] { color: #333 !important; position: fixed; font-family: 'Segoe UI', Arial } ` +
        `@media only screen and (max-width: 600px) { .b { width: 100% !important } } --></style>`,
    )
    expect(html).toBe(
      `<style>\n.a > p:hover, td[class="x"] { color: #333 !important; font-family: 'Segoe UI', Arial }\n` +
        `@media only screen and (max-width: 600px) {\n.b { width: 100% !important }\n}\n</style>\n`,
    )
  })

  it('closes what was left open, as browsers do', () => {
    expect(sanitize('<ul><li>a<li>b</ul><p>c<p>d').html).toBe('<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>')
    expect(sanitize('<div><table><tr><td>a</div>b<td>c</table>').html).toBe(
      '<div><table><tr><td>ab</td><td>c</td></tr></table></div>',
    )
  })

  it('becomes well-formed, its text untouched', () => {
    expect(sanitize('a &lt;b&gt; &amp; &eacute; &#x1F600; 1 < 2 <o:p>x</o:p><nobr>y</nobr>').html).toBe(
      'a &lt;b&gt; &amp; é 😀 1 &lt; 2 xy',
    )
  })
})

/** Whatever in safe HTML is not on the lists: read by another parser than the one that wrote it. */
function faultsOf(html: string): string[] {
  const faults: string[] = []
  const onlyOurs = new Set([...plainAttributes, 'style', 'href', 'src', 'target', 'rel', 'data-blocked'])
  let inStyle = false
  const parser = new Parser({
    onopentag(name, attributes) {
      inStyle = name === 'style'
      if (!inStyle && !allowedElements.has(name)) faults.push(`<${name}>`)
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!onlyOurs.has(attribute)) faults.push(`${name} ${attribute}`)
        if (attribute === 'href' && !/^(?:https?|mailto):/.test(value)) faults.push(`href ${value}`)
        if (attribute === 'src' && !/^(?:\/proxy\?|\/parts\/|data:image\/png;)/.test(value)) faults.push(`src ${value}`)
        if (attribute === 'style') faults.push(...cssFaults(value))
      }
    },
    ontext(text) {
      if (inStyle) faults.push(...cssFaults(text))
    },
    onclosetag() {
      inStyle = false
    },
    oncomment: () => faults.push('a comment'),
    onprocessinginstruction: () => faults.push('an instruction'),
  })
  parser.end(html)
  return faults
}

function cssFaults(css: string): string[] {
  const bare = css.replaceAll(/url\("\/proxy\?[^"\\()<>]*"\)/g, '')
  return bare.match(/url|@(?!media )|expression|position|z-index|content|image-set|var\(|\\|<|\/\*|evil/gi) ?? []
}
