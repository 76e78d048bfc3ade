const blocks = new Set('BLOCKQUOTE DIV H1 H2 H3 LI OL P PRE TABLE TBODY THEAD TR UL'.split(' '))

/** The plain text of what was written: a line a block, list items with a dash, quotes with `>`. */
export function textOf(root: Node): string {
  return linesOf(root)
    .join('\n')
    .replace(/^\n+|\s+$/g, '')
}

function linesOf(node: Node): string[] {
  const lines: string[] = []
  let open = false
  const add = (text: string) => {
    if (open) lines[lines.length - 1] += text
    else lines.push(text)
    open = true
  }
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      const text = (child.textContent ?? '').replace(/[\n\t ]+/g, ' ').replaceAll('\u00a0', ' ')
      if (open || text.trim() !== '') add(text)
    } else if (child instanceof Element && child.tagName === 'BR') {
      if (!open) lines.push('')
      open = false
    } else if (child instanceof Element && blocks.has(child.tagName)) {
      lines.push(...linesOf(child).map((line, index) => prefixOf(child, index) + line))
      open = false
    } else {
      const [first, ...rest] = linesOf(child)
      if (first !== undefined) add(first)
      lines.push(...rest)
    }
  }
  return lines
}

function prefixOf({ tagName, parentElement }: Element, line: number): string {
  if (tagName === 'BLOCKQUOTE') return '> '
  if (tagName !== 'LI') return ''
  if (line > 0) return '  '
  return parentElement?.tagName === 'OL' ? '* ' : '- '
}
