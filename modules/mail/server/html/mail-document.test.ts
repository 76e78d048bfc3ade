import { describe, expect, it } from 'vitest'

import { mailDocument, mailFrameSandbox, mailPolicy, mailPolicyHeader } from './mail-document.ts'

describe('the document of a mail', () => {
  it('carries a policy that allows nothing but styles and the images named', () => {
    expect(mailPolicy()).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    )
    const html = mailDocument({ html: '<p>x</p>', images: ['https://mail.example'] })
    expect(html).toContain(`content="${mailPolicy(['https://mail.example'])}"`)
    expect(html).toContain('<p>x</p>')
  })

  it('has neither scripts nor an origin, in the frame and out of it', () => {
    expect(mailFrameSandbox).not.toMatch(/allow-(?:scripts|same-origin|forms|top-navigation)/)
    expect(mailPolicyHeader(['https://mail.example'])).toContain(`sandbox ${mailFrameSandbox}`)
  })

  it('comes before anything of the mail, so that the policy holds for all of it', () => {
    const html = mailDocument({ html: '<style></style>' })
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'))
  })
})
