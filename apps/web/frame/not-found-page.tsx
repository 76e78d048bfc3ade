import { Link, useRouterState } from '@tanstack/react-router'
import Signpost from 'lucide-react/icons/signpost'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHead } from '#ui/page.tsx'

/** The page for addresses that lead nowhere. */
export function NotFoundPage() {
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  return (
    <>
      <PageHead title="Not here" accent="lilac" />
      <EmptyState
        icon={Signpost}
        accent="lilac"
        title="There is no page at this address."
        action={
          <Link to="/" className={buttonClass('primary')}>
            Go to the first page
          </Link>
        }
        example={
          <>
            You asked for <code className="font-mono break-all">{pathname}</code>. Ctrl or Cmd K finds every page by its
            name.
          </>
        }
      />
    </>
  )
}
