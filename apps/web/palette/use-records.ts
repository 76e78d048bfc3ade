import { useEffect, useState } from 'react'
import { find } from '#modules/search/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { useRecordPath } from '#ui/web-modules.ts'
import type { Entry } from './entries.ts'

const PAUSE_MILLISECONDS = 200

/** The records that fit what is typed, as soon as the typing pauses. */
export function useRecords(text: string): Entry[] {
  const pathOf = useRecordPath()
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [text])
  // A search that cannot be read yet is one that is still being typed: no records, no complaint.
  const hits = useOperation(find, { q, limit: 6, snippets: false }, { enabled: q.length > 1 })
  if (q.length < 2 || q !== text.trim()) return []
  return (hits.data?.items ?? []).flatMap((hit) => {
    const path = pathOf(hit)
    return path
      ? [
          {
            id: `record ${hit.id}`,
            group: 'Records' as const,
            label: hit.title || 'Without a title',
            hint: hit.people,
            keywords: '',
            path,
          },
        ]
      : []
  })
}
