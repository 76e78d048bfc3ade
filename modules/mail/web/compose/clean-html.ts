const kept = new Set(
  'A B BLOCKQUOTE BR CODE DIV EM H1 H2 H3 HR I LI OL P PRE S STRONG SUB SUP TABLE TBODY TD TH THEAD TR U UL SPAN'.split(
    ' ',
  ),
)
const dropped = new Set(['SCRIPT', 'STYLE', 'TITLE', 'HEAD', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'SVG', 'MATH'])

/**
 * The body of a draft as nodes to edit: only plain elements, links of the web and of mail, and no attribute else. A draft
 * may quote anybody's mail, and the document it is parsed in neither runs nor loads anything.
 */
export function cleanHtml({ html, text }: { html: string; text: string }): DocumentFragment {
  const clean = document.createDocumentFragment()
  if (html === '') {
    for (const line of text === '' ? [] : text.split(/\r\n?|\n/)) {
      const row = document.createElement('div')
      row.append(line === '' ? document.createElement('br') : line)
      clean.append(row)
    }
    return clean
  }
  copyInto(clean, new DOMParser().parseFromString(html, 'text/html').body)
  return clean
}

function copyInto(target: Node, source: Node): void {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.appendChild(document.createTextNode(node.textContent ?? ''))
    if (!(node instanceof Element) || dropped.has(node.tagName.toUpperCase())) continue
    if (!kept.has(node.tagName)) {
      copyInto(target, node)
      continue
    }
    const element = document.createElement(node.tagName)
    if (element instanceof HTMLAnchorElement) linkTo(element, node.getAttribute('href') ?? '')
    copyInto(element, node)
    target.appendChild(element)
  }
}

function linkTo(element: HTMLAnchorElement, address: string): void {
  if (!/^(https?:|mailto:)/i.test(address)) return
  element.href = address
  element.rel = 'noopener noreferrer'
}
