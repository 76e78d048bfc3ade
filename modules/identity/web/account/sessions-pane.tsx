export { SessionList as Pane } from './session-list.tsx'
