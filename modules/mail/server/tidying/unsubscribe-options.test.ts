import { expect, it } from 'vitest'
import { unsubscribeWays } from './unsubscribe-options.ts'

const post = { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' }
const list = (value: string) => ({ name: 'List-Unsubscribe', value })
const signed = (h: string, d = 'club.example') => ({
  name: 'DKIM-Signature',
  value: `v=1; a=rsa-sha256; d=${d};\n h=${h}; b=abc=`,
})
const both = 'From:Subject: List-Unsubscribe:\n  List-Unsubscribe-Post'
const results = (value: string) => ({ name: 'Authentication-Results', value: `mx.home.test; spf=pass; ${value}` })

it('offers one click by https under a signature over both headers', () => {
  const way = list('<mailto:out@club.example?subject=leave%20me>, <https://club.example/u?id=1>')
  expect(unsubscribeWays([way, post, signed(both)])).toEqual({
    oneClick: { url: 'https://club.example/u?id=1', host: 'club.example', signature: 'unknown' },
    mail: { to: 'out@club.example', subject: 'leave me', body: '' },
    page: 'https://club.example/u?id=1',
  })
})

it('goes by what the receiving server says of the signature', () => {
  const head = [list('<https://club.example/u>'), post, signed(both)]
  const signature = (value: string) => unsubscribeWays([results(value), ...head]).oneClick?.signature ?? null
  expect(signature('dkim=pass header.d=club.example')).toBe('verified')
  expect(signature('dkim=pass header.i=@club.example')).toBe('verified')
  expect(signature('dkim=fail header.d=club.example')).toBeNull()
  expect(signature('dkim=pass header.d=other.example')).toBeNull()
  expect(signature('dmarc=pass')).toBe('unknown')
  const forged = [results('dkim=fail'), results('dkim=pass header.d=club.example')]
  expect(unsubscribeWays([...forged, ...head]).oneClick).toBeNull()
})

it.each([
  ['no signature', [list('<https://club.example/u>'), post]],
  [
    'a signature that leaves one of them out',
    [list('<https://club.example/u>'), post, signed('From:List-Unsubscribe')],
  ],
  ['no word of one click', [list('<https://club.example/u>'), signed(both)]],
  ['another word', [list('<https://club.example/u>'), { ...post, value: 'yes' }, signed(both)]],
  ['http', [list('<http://club.example/u>'), post, signed(both)]],
  ['no brackets', [list('https://club.example/u'), post, signed(both)]],
  ['a script', [list('<javascript:alert(1)>'), post, signed(both)]],
  ['nothing', []],
])('offers no one click with %s', (_, headers) => {
  expect(unsubscribeWays(headers).oneClick).toBeNull()
})

it('takes of a mailto its one recipient, subject and text, and nothing else', () => {
  const mail = (address: string) => unsubscribeWays([list(`<${address}>`)]).mail
  expect(mail('mailto:a@b.test')).toEqual({ to: 'a@b.test', subject: 'unsubscribe', body: '' })
  expect(mail('mailto:a@b.test?cc=c@d.test&bcc=e@f.test&subject=x%0D%0ABcc:y&body=hi')).toEqual({
    to: 'a@b.test',
    subject: 'x Bcc:y',
    body: 'hi',
  })
  for (const address of ['mailto:a@b.test,c@d.test', 'mailto:', 'mailto:a%0Ab@c.test', 'mailto:%'])
    expect(mail(address), address).toBeNull()
})
