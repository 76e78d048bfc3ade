import { useParams, useSearch } from '@tanstack/react-router'
import { Column, PageHead } from '#ui/page.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { DumpForm } from './dump-form.tsx'
import { PastCaptures } from './past-captures.tsx'
import { Prompts } from './prompts/prompts.tsx'
import { CaptureView } from './view/capture-view.tsx'

/** What is on one's mind: written down, looked through, and what was written before. */
export function Page() {
  const { captureId } = useParams({ strict: false }) as { captureId?: string }
  const search = useSearch({ strict: false }) as { view?: unknown }
  const view = search.view === 'past' || search.view === 'deleted' || search.view === 'prompts' ? search.view : 'write'
  return (
    <>
      <PageHead title="Capture" accent="pink">
        <Tabs
          label="Parts of capture"
          to="/capture"
          tabs={[
            { label: 'Write', search: {}, active: view === 'write' && !captureId },
            { label: 'Written before', search: { view: 'past' }, active: view === 'past' || view === 'deleted' },
            { label: 'Prompts', search: { view: 'prompts' }, active: view === 'prompts' },
          ]}
        />
      </PageHead>
      <Column>
        {captureId ? (
          <CaptureView key={captureId} id={captureId} />
        ) : view === 'prompts' ? (
          <Prompts />
        ) : view === 'write' ? (
          <DumpForm />
        ) : (
          <PastCaptures deleted={view === 'deleted'} />
        )}
      </Column>
    </>
  )
}
