import { useQueryClient } from '@tanstack/react-query'
import { listTaskVersions, restoreTaskVersion, type TaskVersion } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { fullDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { useProjects } from '../projects.ts'
import { fieldNames, valueWords } from './field-words.ts'

/** What fields of a task said before another change took their place, each to be put back. Mostly there is nothing. */
export function Versions({ taskId }: { taskId: string }) {
  const cache = useQueryClient()
  const { byId } = useProjects()
  const versions = useOperation(listTaskVersions, { taskId }).data?.items.filter(
    ({ restoredAt }) => restoredAt === null,
  )
  if (!versions || versions.length === 0) return null
  const words = ({ values }: TaskVersion) => valueWords(values, (id) => byId.get(id)?.name)
  const restore = async (version: TaskVersion) => {
    try {
      await api.call(restoreTaskVersion, { id: version.id })
      showToast({ message: `Put back: ${words(version)}`, detail: 'What stood there is kept in its place.' })
    } catch (error) {
      showProblem(error)
    }
    await refreshModules(cache, ['tasks']).catch(() => undefined)
  }
  return (
    <Section title="Changed in two places" hint="The later change holds. This is what the other one said.">
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {versions.map((version) => (
          <li key={version.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-box bg-sunken p-3">
            <span className="min-w-0 flex-1 basis-48">
              <span className="block text-sm text-ink-soft">
                {titleCase(fieldNames(version.values).join(', '))}
                {version.madeAt && `, ${fullDate(version.madeAt)}`}
              </span>
              <span className="line-clamp-6 wrap-anywhere whitespace-pre-wrap">{words(version)}</span>
            </span>
            <Button
              aria-label={`Put back: ${fieldNames(version.values).join(', ')}, ${words(version).slice(0, 60)}`}
              onClick={() => void restore(version)}
            >
              Put back
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const titleCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
