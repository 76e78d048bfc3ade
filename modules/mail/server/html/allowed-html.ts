import { words } from './words.ts'

/** The elements a mail may use; every other tag is left out and its content stays. */
export const allowedElements: ReadonlySet<string> = new Set([
  ...words('a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup'),
  ...words('dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins'),
  ...words('kbd li main mark menu nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup'),
  ...words('table tbody td tfoot th thead time tr tt u ul var wbr'),
])

/** Elements without content and end tag. */
export const voidElements: ReadonlySet<string> = new Set(words('br col hr img wbr'))

/** Elements that go with all they hold. The tokenizer reads them as text up to their end tag. */
export const droppedTexts: ReadonlySet<string> = new Set(words('script style title iframe noembed noframes'))

/** Foreign content: dropped until its end, or until a tag that ends it in browsers too. */
export const foreignElements: ReadonlySet<string> = new Set(words('svg math'))
export const endsForeign: ReadonlySet<string> = new Set(
  words(
    'b big blockquote body br center code dd div dl dt em h1 h2 h3 h4 h5 h6 head hr i img li menu ol p pre ruby s',
  ).concat(words('small span strong strike sub sup table tt u ul var')),
)

/** Start tags that end an open element of these names, as in HTML (its optional end tags). */
export const impliedEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['li', 'p'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['tr', new Set(['tr', 'td', 'th', 'p'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
  ['tbody', new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'colgroup'])],
  ['tfoot', new Set(['thead', 'tbody', 'tr', 'td', 'th'])],
  ['thead', new Set(['colgroup', 'caption'])],
  ['rt', new Set(['rt', 'rp'])],
  ['rp', new Set(['rt', 'rp'])],
  ['a', new Set(['a'])],
  ...words('address article aside blockquote center details dir div dl figure footer h1 h2 h3 h4 h5 h6 header hr main')
    .concat(words('menu nav ol p pre section table ul'))
    .map((block): [string, ReadonlySet<string>] => [block, new Set(['p'])]),
])

/** Table parts: an end tag of theirs reaches up to their table. */
export const tableParts: ReadonlySet<string> = new Set(words('tbody td tfoot th thead tr caption colgroup'))

/** Elements that end tags of other elements do not reach beyond. */
export const scopes: ReadonlySet<string> = new Set(words('table td th caption'))

/** Attributes with a plain value, for every element. */
export const plainAttributes: ReadonlySet<string> = new Set([
  ...words('abbr align alt aria-hidden aria-label bgcolor border cellpadding cellspacing class clear color colspan'),
  ...words(
    'compact datetime dir face frame headers height hspace id lang noshade nowrap open role rowspan rules scope',
  ),
  ...words('size span start summary title type valign value vspace width'),
])
