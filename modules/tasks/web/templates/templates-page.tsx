import { useNavigate, useParams } from '@tanstack/react-router'
import { ListAndRecord } from '#ui/page.tsx'
import { NEW_TEMPLATE, TemplateList } from './template-list.tsx'
import { NewTemplate, TemplateRecord } from './template-record.tsx'
import { NoTemplateOpen } from './no-template-open.tsx'

/** The templates of tasks, and the open one beside them. */
export function Page() {
  const { templateId } = useParams({ strict: false }) as { templateId?: string }
  const navigate = useNavigate()
  const open = (id: string | undefined) =>
    void navigate({ to: '/templates/{-$templateId}', params: { templateId: id } })
  return (
    <ListAndRecord
      label={templateId ? 'Template' : 'Templates'}
      open={Boolean(templateId)}
      list={<TemplateList openId={templateId} onOpen={open} />}
      record={
        !templateId ? (
          <NoTemplateOpen />
        ) : templateId === NEW_TEMPLATE ? (
          <NewTemplate onClose={() => open(undefined)} onMade={open} />
        ) : (
          <TemplateRecord key={templateId} id={templateId} onClose={() => open(undefined)} />
        )
      }
    />
  )
}
