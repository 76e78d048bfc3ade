import { Dialog } from '#ui/dialog.tsx'

/** The palette over pages, operations and records. */
export default function Palette({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Palette" hideTitle wide>
      <input aria-label="Find a page, a record or an operation" className="control m-4" />
    </Dialog>
  )
}
