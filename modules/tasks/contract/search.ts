import { defineQuery } from '#contract/operation.ts'
import { SearchBodies, searchBodiesInput, SearchDocuments, searchDocumentsInput } from '../../search/contract.ts'
import { exampleId } from './inputs.ts'

export const taskSearchDocuments = defineQuery({
  name: 'tasks.search-documents',
  summary: 'Tasks as search keeps them',
  access: 'system',
  input: searchDocumentsInput,
  output: SearchDocuments,
  example: { ids: [exampleId] },
})

export const taskSearchBodies = defineQuery({
  name: 'tasks.search-bodies',
  summary: 'The notes of tasks, for snippets',
  access: 'system',
  input: searchBodiesInput,
  output: SearchBodies,
  example: { ids: [exampleId] },
})
