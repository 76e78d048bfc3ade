/**
 * The properties a mail may set: what shapes text, boxes and tables within the flow. Nothing that leaves the flow
 * (position, z-index, transform), adds text (content), moves (animation) or runs (behavior, binding).
 */
export const allowedProperties: ReadonlySet<string> = new Set([
  ...['color', 'opacity', 'visibility', 'display', 'direction', 'unicode-bidi', 'box-sizing', 'aspect-ratio'],
  ...['float', 'clear', 'overflow', 'overflow-x', 'overflow-y', 'object-fit', 'vertical-align'],
  ...['width', 'height', 'min-width', 'min-height', 'max-width', 'max-height'],
  ...['margin', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left', 'margin-inline', 'margin-block'],
  ...['padding', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left', 'padding-inline', 'padding-block'],
  ...['font', 'font-family', 'font-size', 'font-style', 'font-variant', 'font-weight', 'font-stretch', 'line-height'],
  ...['text-align', 'text-decoration', 'text-decoration-color', 'text-decoration-line', 'text-decoration-style'],
  ...['text-indent', 'text-overflow', 'text-shadow', 'text-transform', 'letter-spacing', 'word-spacing', 'tab-size'],
  ...['white-space', 'word-break', 'word-wrap', 'overflow-wrap', 'hyphens', 'quotes'],
  ...['background', 'background-color', 'background-image', 'background-position', 'background-repeat'],
  ...['background-size', 'background-clip', 'background-origin'],
  ...['border', 'border-top', 'border-right', 'border-bottom', 'border-left', 'border-collapse', 'border-spacing'],
  ...['border-color', 'border-style', 'border-width', 'border-radius', 'outline', 'box-shadow'],
  ...['top', 'right', 'bottom', 'left'].flatMap((side) =>
    ['color', 'style', 'width'].map((part) => `border-${side}-${part}`),
  ),
  ...['top-left', 'top-right', 'bottom-left', 'bottom-right'].map((corner) => `border-${corner}-radius`),
  ...['list-style', 'list-style-type', 'list-style-position', 'list-style-image'],
  ...['table-layout', 'caption-side', 'empty-cells'],
  ...['flex', 'flex-basis', 'flex-direction', 'flex-flow', 'flex-grow', 'flex-shrink', 'flex-wrap', 'order', 'gap'],
  ...['align-content', 'align-items', 'align-self', 'justify-content', 'row-gap', 'column-gap'],
])

/** The properties whose value may name an image. */
export const imageProperties: ReadonlySet<string> = new Set([
  'background',
  'background-image',
  'list-style',
  'list-style-image',
])

/** The functions a value may call; none of them fetches, runs or reads anything. */
export const allowedFunctions: ReadonlySet<string> = new Set([
  ...['', 'rgb', 'rgba', 'hsl', 'hsla', 'calc', 'min', 'max', 'clamp'],
  ...['linear-gradient', 'radial-gradient', 'repeating-linear-gradient', 'repeating-radial-gradient'],
])
