import Copy from 'lucide-react/icons/copy'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/button.tsx'

/** Copies a text; where the browser forbids it, it says to copy by hand. */
export function CopyButton({ text, what, primary }: { text: string; what: string; primary?: boolean }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      announce(`${what} is copied`)
    } catch {
      announce(`This browser did not let us copy. Select ${what.toLowerCase()} and copy it yourself`)
    }
  }
  return (
    <Button look={primary ? 'primary' : 'plain'} icon={Copy} onClick={() => void copy()}>
      Copy<span className="sr-only"> {what.toLowerCase()}</span>
    </Button>
  )
}
