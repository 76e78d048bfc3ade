/** A small rule of this house. */
export interface Rule {
  name: string
  /** Why it stands: one sentence. */
  why: string
  covers(path: string): boolean
  look(text: string, path: string): Fault[]
}

export interface Fault {
  /** From 1. */
  line: number
  fault: string
}

/** A fault a line that matches. */
export function matchLines(text: string, pattern: RegExp, say: (match: RegExpExecArray) => string): Fault[] {
  return text.split('\n').flatMap((content, index) => {
    const match = pattern.exec(content)
    return match ? [{ line: index + 1, fault: say(match) }] : []
  })
}

export const isCode = (path: string) => /\.(ts|tsx|js)$/.test(path)
export const isTest = (path: string) => /\.test(-d)?\.tsx?$/.test(path)
