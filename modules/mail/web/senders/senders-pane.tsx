import { BlockedSenders } from './blocked-senders.tsx'
import { PictureSenders } from './picture-senders.tsx'

/** Whom this person keeps out of the inbox, and whose pictures they are shown. */
export function Pane() {
  return (
    <div className="flex flex-col gap-10">
      <BlockedSenders />
      <PictureSenders />
    </div>
  )
}
