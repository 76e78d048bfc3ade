import { useState } from 'react'
import ImageOff from 'lucide-react/icons/image-off'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'

/** The designed form of a message, in a frame without scripts, forms or an origin of its own. */
export function MessageHtml({ id, subject }: { id: string; subject: string }) {
  const [tall, setTall] = useState(false)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <p className="flex items-center gap-2 text-ink-soft">
          <ImageOff size={16} aria-hidden className="shrink-0" />
          Pictures from the internet are not loaded, so the sender does not see that you read this.
        </p>
        <Button className="min-h-8" onClick={() => setTall(!tall)}>
          {tall ? 'Smaller' : 'Taller'}
        </Button>
      </div>
      <iframe
        title={`Message: ${subject}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={`/api/v1/emails/${id}/html`}
        className={classNames(
          'w-full resize-y rounded-box border border-line-soft bg-[#ffffff]',
          tall ? 'h-[200dvh]' : 'h-[60dvh]',
        )}
      />
    </div>
  )
}
