import { SessionList } from './session-list.tsx'
import { TokenList } from './token-list.tsx'

/** Who and what may come in: sessions of browsers, tokens of programs. */
export function Pane() {
  return (
    <>
      <SessionList />
      <TokenList />
    </>
  )
}
