import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Pencil from 'lucide-react/icons/pencil'
import {
  champsVocabulary,
  getChamps,
  setChamps,
  type ChampsFacet,
  type ChampsFacets,
  type Task,
} from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { facetQuestion, facetWords } from './champs-words.ts'

const facetNames = Object.keys(champsVocabulary) as ChampsFacet[]

/** What doing a task is like, in six facets: chips while one reads, choices while one changes them. */
export function Champs({ task }: { task: Task }) {
  const cache = useQueryClient()
  const champs = useOperation(getChamps, { id: task.id })
  const [changing, setChanging] = useState(false)
  if (champs.isError && !champs.data) return <ErrorState error={champs.error} retry={() => void champs.refetch()} />
  if (!champs.data) return null
  const { facets, suggested } = champs.data
  const open = facetNames.filter((facet) => facets[facet] === null && suggested[facet] !== null)
  const said = facetNames.filter((facet) => facets[facet] !== null)

  const save = async (change: Partial<ChampsFacets>) => {
    try {
      cache.setQueryData(
        operationKey(getChamps, { id: task.id }),
        await api.call(setChamps, { id: task.id, ...change }),
      )
      const back = Object.fromEntries(Object.keys(change).map((facet) => [facet, facets[facet as ChampsFacet]]))
      showToast({ message: `Saved: ${task.title}`, undo: () => void save(back) })
    } catch (error) {
      showProblem(error)
    }
  }
  const wordOf = (facet: ChampsFacet, value: string | null) =>
    value === null ? '' : (facetWords[facet][value] ?? value)

  return (
    <Section title="What doing it is like" {...(said.length === 0 && { hint: 'Nobody has said yet.' })}>
      {said.length > 0 && !changing && (
        <ul aria-label="Facets" className="m-0 flex list-none flex-wrap gap-2 p-0">
          {said.map((facet) => (
            <li key={facet}>
              <Chip accent="lilac">
                <span className="sr-only">{facetQuestion[facet]} </span>
                {wordOf(facet, facets[facet])}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {changing && (
        <div className="grid gap-4 sm:grid-cols-2">
          {facetNames.map((facet) => (
            <Field
              key={facet}
              label={facetQuestion[facet]}
              hint={open.includes(facet) ? `Its words suggest: ${wordOf(facet, suggested[facet])}` : undefined}
            >
              {(control) => (
                <Select
                  {...control}
                  value={facets[facet] ?? ''}
                  onChange={(event) => void save({ [facet]: event.target.value || null })}
                >
                  <option value="">Not said</option>
                  {champsVocabulary[facet].map((value) => (
                    <option key={value} value={value}>
                      {wordOf(facet, value)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ))}
        </div>
      )}
      {task.deletedAt === null && (
        <div className="flex flex-wrap gap-2">
          <Button icon={Pencil} aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {changing ? 'That is it' : 'Say what it is like'}
          </Button>
          {open.length > 0 && (
            <Button onClick={() => void save(Object.fromEntries(open.map((facet) => [facet, suggested[facet]])))}>
              Take what its words suggest ({open.length})
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}
