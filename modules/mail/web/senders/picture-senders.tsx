import { allowImages, disallowImages, listImageSenders } from '#modules/mail/contract/senders.ts'
import { SenderList } from './sender-list.tsx'

/** The addresses and domains whose pictures from the internet are shown. */
export function PictureSenders() {
  return (
    <SenderList
      title="Pictures are shown of"
      hint="Daybook fetches them, without cookies: the sender sees your Daybook, not you. Of everybody else none are loaded."
      list={listImageSenders}
      add={allowImages}
      remove={disallowImages}
      words={{
        empty: 'Pictures of nobody are shown.',
        field: 'Whose pictures to show',
        action: 'Show pictures',
        example: 'club.example',
        removeAction: 'Show no longer',
        added: (sender) => `Pictures of ${sender} are shown`,
        removed: (sender) => `Pictures of ${sender} are no longer shown`,
      }}
    />
  )
}
