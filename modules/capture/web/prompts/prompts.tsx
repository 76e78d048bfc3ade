import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { deletePrompt, listPrompts, restorePrompt, type Prompt } from '#modules/capture/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { useCommand } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { FillPrompt } from './fill-prompt.tsx'
import { ImportPlan } from './import-plan.tsx'
import { PromptForm } from './prompt-form.tsx'

/** Prompts for other programs, and the place where what they answer becomes tasks. */
export function Prompts() {
  const cache = useQueryClient()
  const list = useCursorList(listPrompts, {})
  const [writing, setWriting] = useState<Prompt | 'new' | null>(null)
  const refresh = () => void refreshList(cache, listPrompts)
  const restore = useCommand(restorePrompt, { onSuccess: refresh })
  const remove = useCommand(deletePrompt, {
    onSuccess: ({ id, name }) => {
      refresh()
      showToast({ message: `Deleted ${name}`, undo: () => restore.mutate({ id }) })
    },
  })
  if (list.loading) return <Skeleton rows={5} label="Loading prompts" />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} retry={list.retry} />
  return (
    <>
      <ImportPlan />
      <Section
        title="Prompts"
        hint="Fill one in, copy it, and paste it into the program you use. Daybook itself sends nothing anywhere."
      >
        <ul className="m-0 flex list-none flex-col gap-3 p-0" aria-label="Prompts">
          {list.items.map((prompt) => (
            <li key={prompt.id} className="sheet p-3">
              <details>
                <summary className="flex min-h-8 flex-wrap items-center gap-2">
                  <ChevronRight size={16} aria-hidden className="in-open:rotate-90" />
                  <span className="font-semibold wrap-anywhere">{prompt.name}</span>
                  {prompt.givesPlan && <Chip accent="lilac">answers with a plan</Chip>}
                  {!prompt.builtIn && <Chip>yours</Chip>}
                </summary>
                <FillPrompt prompt={prompt} />
                {!prompt.builtIn && (
                  <div className="mt-3 flex gap-2">
                    <Button onClick={() => setWriting(prompt)}>Change it</Button>
                    <IconButton
                      quiet
                      label={`Delete: ${prompt.name}`}
                      icon={Trash2}
                      onClick={() => remove.mutate({ id: prompt.id })}
                    />
                  </div>
                )}
              </details>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <Button icon={Plus} onClick={() => setWriting('new')}>
            Keep a prompt of your own
          </Button>
          {list.hasMore && (
            <Button onClick={list.loadMore} disabled={list.loadingMore}>
              Show more
            </Button>
          )}
        </div>
      </Section>
      {writing !== null && (
        <PromptForm
          prompt={writing === 'new' ? null : writing}
          onClose={() => setWriting(null)}
          onSaved={() => {
            setWriting(null)
            refresh()
          }}
        />
      )}
    </>
  )
}
