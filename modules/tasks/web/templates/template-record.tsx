import { useState } from 'react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Play from 'lucide-react/icons/play'
import Trash2 from 'lucide-react/icons/trash-2'
import { createTemplate, getTemplate, updateTemplate, type TaskTemplate } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { useQueryClient } from '@tanstack/react-query'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { RecordHead } from '#ui/record-head.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { ApplyTemplate } from './apply-template.tsx'
import { TemplateForm } from './template-form.tsx'
import { useTemplateCommands } from './use-template-commands.ts'

/** A template to use, to change, or to remove. */
export function TemplateRecord({ id, onClose }: { id: string; onClose: () => void }) {
  const cache = useQueryClient()
  const template = useOperation(getTemplate, { id })
  const commands = useTemplateCommands()
  const [using, setUsing] = useState(false)
  const remove = (each: TaskTemplate) => {
    onClose()
    void commands.remove(each)
  }
  return (
    <article className="flex flex-col">
      <RecordHead title={template.data?.name ?? 'Template'}>
        <IconButton label="Back to the list" action="list.back" icon={ArrowLeft} onClick={onClose} />
        {template.data && (
          <>
            <IconButton
              label="Remove the template"
              action="tasks.trash"
              icon={Trash2}
              onClick={() => remove(template.data)}
            />
            <Button look="primary" icon={Play} className="ml-auto" onClick={() => setUsing(true)}>
              Use it
            </Button>
          </>
        )}
      </RecordHead>
      {template.isPending && <Skeleton rows={4} label="Loading the template" />}
      {template.isError && !template.data && (
        <ErrorState error={template.error} retry={() => void template.refetch()} />
      )}
      {template.data && (
        <TemplateForm
          key={template.data.rev}
          template={template.data}
          action="Save"
          onSave={async (fields, dropRecurrence) => {
            const saved = await api.call(updateTemplate, { id, rev: template.data.rev, ...fields, dropRecurrence })
            cache.setQueryData(operationKey(getTemplate, { id }), saved)
            showToast({ message: `Saved: ${saved.name}` })
            await commands.refresh()
          }}
        />
      )}
      {using && template.data && <ApplyTemplate template={template.data} onClose={() => setUsing(false)} />}
    </article>
  )
}

/** A template that is being made. */
export function NewTemplate({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { refresh } = useTemplateCommands()
  return (
    <article className="flex flex-col">
      <RecordHead title="New template">
        <IconButton label="Back to the list" action="list.back" icon={ArrowLeft} onClick={onClose} />
      </RecordHead>
      <TemplateForm
        template={null}
        action="Make the template"
        onSave={async (fields) => {
          const { id } = await api.call(createTemplate, fields)
          await refresh()
          onMade(id)
        }}
      />
    </article>
  )
}
