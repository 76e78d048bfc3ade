import { useRef } from 'react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import LayoutTemplate from 'lucide-react/icons/layout-template'
import Plus from 'lucide-react/icons/plus'
import { Link } from '@tanstack/react-router'
import { listTemplates, type TaskTemplate } from '#modules/tasks/contract.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { useListKeys } from '#ui/keyboard/use-list-keys.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { PageHead } from '#ui/page.tsx'
import { RowLink } from '#ui/row-link.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { VirtualList, type ListHandle } from '#ui/virtual-list.tsx'
import { useTemplateCommands } from './use-template-commands.ts'

/** Stands in the address for a template that is being made. */
export const NEW_TEMPLATE = 'new'

interface TemplateListProps {
  openId: string | undefined
  onOpen: (id: string | undefined) => void
}

/** The templates by name. */
export function TemplateList({ openId, onOpen }: TemplateListProps) {
  const list = useCursorList<TaskTemplate>(listTemplates, {})
  const commands = useTemplateCommands()
  const handle = useRef<ListHandle>(null)
  const focused = useRef(0)
  const openIndex = list.items.findIndex(({ id }) => id === openId)
  const { focusAfterChange } = useListKeys({
    count: list.items.length,
    openIndex,
    focused,
    handle,
    open: (index) => onOpen(list.items[index]?.id),
    close: () => openId && onOpen(undefined),
  })
  useShortcuts({
    'tasks.new': () => onOpen(NEW_TEMPLATE),
    'tasks.trash': () => {
      const template = list.items[openIndex >= 0 ? openIndex : focused.current]
      if (!template) return
      focusAfterChange(list.items.indexOf(template))
      if (openId) onOpen(undefined)
      void commands.remove(template)
    },
  })
  const make = (
    <Button look="primary" icon={Plus} onClick={() => onOpen(NEW_TEMPLATE)}>
      New template
    </Button>
  )

  return (
    <>
      <PageHead title="Templates" accent="green" aside={list.items.length > 0 && make}>
        <Link to="/tasks" className={classNames(buttonClass(), 'self-start')}>
          <ArrowLeft size={18} aria-hidden /> Tasks
        </Link>
      </PageHead>
      {list.loading && <Skeleton rows={5} label="Loading the templates" />}
      {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && list.items.length === 0 && (
        <EmptyState
          icon={LayoutTemplate}
          accent="green"
          title="There is no template yet."
          action={make}
          example="For example “Welcome {{client}}” with its steps and days. A task can be saved as a template too."
        />
      )}
      {list.items.length > 0 && (
        <VirtualList
          label="Templates"
          items={list.items}
          rowHeight={76}
          rowKey={({ id }) => id}
          scrollKey="templates"
          onNearEnd={list.error ? undefined : list.loadMore}
          hasMore={list.hasMore}
          handle={handle}
          row={(template, index) => (
            <TemplateRow template={template} open={index === openIndex} onFocus={() => (focused.current = index)} />
          )}
        />
      )}
    </>
  )
}

function TemplateRow(props: { template: TaskTemplate; open: boolean; onFocus: () => void }) {
  const { template, open, onFocus } = props
  const { steps, variables } = template
  return (
    <div
      onFocus={onFocus}
      className={classNames(
        'relative h-full border-b border-line-soft',
        open ? 'bg-green text-on-accent' : 'hover:bg-sunken',
      )}
    >
      <RowLink
        path={`/templates/${template.id}`}
        open={open}
        className={classNames('flex-col justify-center gap-1 px-4', open ? 'text-on-accent' : 'text-ink')}
      >
        <span className="truncate font-medium">{template.name}</span>
        <span className="flex h-6 items-center gap-1.5 overflow-hidden">
          {steps.length > 0 && <Chip>{steps.length === 1 ? '1 step' : `${steps.length} steps`}</Chip>}
          {variables.map((name) => (
            <Chip key={name} accent="lilac">
              {name}
            </Chip>
          ))}
          {steps.length === 0 && variables.length === 0 && <span className="truncate text-sm">{template.title}</span>}
        </span>
      </RowLink>
    </div>
  )
}
