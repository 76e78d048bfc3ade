import { expect, it } from 'vitest'
import { htmlToText } from './html-text.ts'

it.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
  ['<div>One</div><div>Two</div>', 'One\nTwo'],
  ['a <b>bold</b> word', 'a bold word'],
  ['a<b> bold</b>word', 'a boldword'],
  ['a\n  b\t c', 'a b c'],
  ['<ul><li>One<li>Two</ul>', '* One\n* Two'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['<pre>a\n  b</pre>', 'a\n  b'],
  ['<head><title>x</title><style>p{}</style></head><body>shown</body>', 'shown'],
  ['<head><body>shown', 'shown'],
  ['<script>x</script>shown<!-- not -->', 'shown'],
  ['&lt;a&gt; &amp; &eacute;&#8364;&nbsp;x', '<a> & é€\u00a0x'],
  ['1 < 2', '1 < 2'],
  ['<img alt="a cat"><img>', 'a cat'],
  ['<a href="https://example.test">link</a>', 'link'],
  ['', ''],
])('%s', (html, text) => expect(htmlToText(html)).toBe(text))
