export { TokenList as Pane } from './token-list.tsx'
