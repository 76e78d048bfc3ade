import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import FileDown from 'lucide-react/icons/file-down'
import { listImports, type Import } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { operationKey } from '#ui/data/use-operation.ts'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Column, PageHead } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { DropZone, FILE_FIELD } from './drop-zone.tsx'
import { ImportCard } from './import-card.tsx'
import { UploadCard } from './upload-card.tsx'
import { useUpload } from './use-upload.ts'

/** Brings mail in from files, and shows every import with its counts. */
export function Page() {
  const cache = useQueryClient()
  const imports = useCursorList<Import>(listImports, {})
  const upload = useUpload(() => void cache.invalidateQueries({ queryKey: operationKey(listImports) }))
  return (
    <>
      <PageHead title="Import" accent="orange" />
      <Column>
        <p>
          A file is read once. To have new mail come by itself, and to answer it,{' '}
          <Link to="/settings/{-$pane}" params={{ pane: 'accounts' }} className="underline">
            connect an account
          </Link>
          .
        </p>
        <DropZone onFiles={upload.add} />
        {upload.files.map((file) => (
          <UploadCard
            key={file.key}
            file={file}
            onCancel={() => upload.cancel(file.key)}
            onRetry={() => upload.retry(file.key)}
          />
        ))}
        <Section title="Imports">
          {imports.loading && <Skeleton rows={2} label="Loading the imports" />}
          {imports.error && imports.items.length === 0 && <ErrorState error={imports.error} retry={imports.retry} />}
          {!imports.loading && !imports.error && imports.items.length === 0 && (
            <EmptyState
              icon={FileDown}
              accent="orange"
              title="Nothing was imported yet."
              action={<Button onClick={() => document.getElementById(FILE_FIELD)?.click()}>Choose a file</Button>}
              example={
                <>
                  For example <code className="font-mono">archive.mbox.gz</code>, or a Maildir packed as{' '}
                  <code className="font-mono">mail.tar.gz</code>.
                </>
              }
            />
          )}
          <ul className="m-0 flex list-none flex-col gap-4 p-0">
            {imports.items.map((item) => (
              <li key={item.id}>
                <ImportCard first={item} />
              </li>
            ))}
          </ul>
          {imports.hasMore && (
            <Button className="self-center" disabled={imports.loadingMore} onClick={imports.loadMore}>
              Show older imports
            </Button>
          )}
        </Section>
      </Column>
    </>
  )
}
