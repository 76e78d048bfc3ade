import { registryFiles } from './registry-files.ts'

/** A file whose whole text is derived from others. */
export interface GeneratedFile {
  /** From the root, with slashes. */
  path: string
  text: string
}

/** Every generated file of the repository. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  return [...registryFiles()]
}
