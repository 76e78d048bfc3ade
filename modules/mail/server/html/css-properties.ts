import { words } from './words.ts'

const sides = ['top', 'right', 'bottom', 'left']
const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right']

/**
 * The properties a mail may set: what shapes text, boxes and tables within the flow. Nothing that leaves the flow
 * (position, z-index, transform), adds text (content), moves (animation) or runs (behavior, binding).
 */
export const allowedProperties: ReadonlySet<string> = new Set([
  ...words(`
    color opacity visibility display direction unicode-bidi box-sizing aspect-ratio
    float clear overflow overflow-x overflow-y object-fit vertical-align
    width height min-width min-height max-width max-height
    margin margin-inline margin-block padding padding-inline padding-block
    font font-family font-size font-style font-variant font-weight font-stretch line-height
    text-align text-decoration text-decoration-color text-decoration-line text-decoration-style
    text-indent text-overflow text-shadow text-transform letter-spacing word-spacing tab-size
    white-space word-break word-wrap overflow-wrap hyphens quotes
    background background-color background-image background-position background-repeat background-size
    background-clip background-origin
    border border-collapse border-spacing border-color border-style border-width border-radius outline box-shadow
    list-style list-style-type list-style-position list-style-image
    table-layout caption-side empty-cells
    flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap order gap row-gap column-gap
    align-content align-items align-self justify-content
  `),
  ...sides.flatMap((side) => [`margin-${side}`, `padding-${side}`, `border-${side}`]),
  ...sides.flatMap((side) => ['color', 'style', 'width'].map((part) => `border-${side}-${part}`)),
  ...corners.map((corner) => `border-${corner}-radius`),
])

/** The properties whose value may name an image. */
export const imageProperties: ReadonlySet<string> = new Set(
  words('background background-image list-style list-style-image'),
)

/** The functions a value may call, besides plain brackets; none of them fetches, runs or reads anything. */
export const allowedFunctions: ReadonlySet<string> = new Set([
  '',
  ...words('rgb rgba hsl hsla calc min max clamp linear-gradient radial-gradient'),
  ...words('repeating-linear-gradient repeating-radial-gradient'),
])
