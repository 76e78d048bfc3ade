import { isCode, matchLines, type Rule } from './rule.ts'

const ACROSS = /from '((?:\.\.\/)+)(packages|modules|apps)\//
const NO_ENDING = /(?:from|import\()\s*'([.#][^']*)'/

/** Imports across folders go by the map of package.json, so that a layer is seen in every line that uses it. */
export const noRelativeLayers: Rule = {
  name: 'no-relative-layers',
  why: 'A chain of dots hides which layer is meant, and an import without its ending runs on one runtime only.',
  covers: (path) => isCode(path) && /^(packages|modules|apps)\//.test(path),
  look: (text) => [
    ...matchLines(text, ACROSS, (match) => `import it as '#${match[2] === 'packages' ? '' : `${match[2]}/`}…'`),
    ...matchLines(text, NO_ENDING, (match) =>
      /\.(tsx?|js|json|css|svg)(\?\w+)?$/.test(match[1]!) ? '' : `'${match[1]}' has no ending`,
    ).filter(({ fault }) => fault !== ''),
  ],
}
