import { defineQuery } from '#contract/operation.ts'
import { SearchBodies, searchBodiesInput, SearchDocuments, searchDocumentsInput } from '../../search/contract.ts'
import { exampleId } from './capture.ts'

export const captureSearchDocuments = defineQuery({
  name: 'capture.search-documents',
  summary: 'Captures as search keeps them',
  access: 'system',
  input: searchDocumentsInput,
  output: SearchDocuments,
  example: { ids: [exampleId] },
})

export const captureSearchBodies = defineQuery({
  name: 'capture.search-bodies',
  summary: 'The words of captures, for snippets',
  access: 'system',
  input: searchBodiesInput,
  output: SearchBodies,
  example: { ids: [exampleId] },
})
