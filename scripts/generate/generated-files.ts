import { contractFiles } from './contract-files.ts'
import { operationMap } from './operation-map.ts'
import { registryFiles } from './registry-files.ts'

/** A file whose whole text is derived from others. */
export interface GeneratedFile {
  /** From the root, with slashes. */
  path: string
  text: string
}

/** The generated files in stages: each reads what the one before it has written. */
export const stages: (() => GeneratedFile[] | Promise<GeneratedFile[]>)[] = [registryFiles, operationMap, contractFiles]
