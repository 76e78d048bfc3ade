import { blockSender, listBlockedSenders, unblockSender } from '#modules/mail/contract/senders.ts'
import { SenderList } from './sender-list.tsx'

/** The addresses and domains whose new mail goes to junk. */
export function BlockedSenders() {
  return (
    <SenderList
      title="Blocked senders"
      hint="New mail of these addresses and domains goes to junk. What you take out of junk stays out."
      list={listBlockedSenders}
      add={blockSender}
      remove={unblockSender}
      words={{
        empty: 'Nobody is blocked.',
        field: 'Whom to block',
        action: 'Block',
        example: 'offers@shop.example',
        removeAction: 'Let in again',
        added: (sender) => `New mail of ${sender} goes to junk`,
        removed: (sender) => `${sender} is let in again`,
      }}
    />
  )
}
