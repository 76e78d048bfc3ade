import { clientFrames, FrameId, type ClientFrame } from '#contract/socket-frames.ts'
import type { Failure } from '#kernel/failure.ts'
import { isDeeperThan } from '../rest/json-depth.ts'
import { MAX_DEPTH } from '../rest/read-body.ts'
import { socketFailure } from './socket-errors.ts'

/** A frame that is understood, or why not and, where it can be told, the id it bears. */
export type ReadFrame = { frame: ClientFrame } | { id: FrameId | null; failure: Failure }

/** Reads a text frame. What a frame begins is told by its one member of that name. */
export function readFrame(text: string): ReadFrame {
  const value = parse(text)
  if (typeof value !== 'object' || value === null) return malformed(null, 'A frame is one JSON object')
  const id = FrameId.safeParse((value as { id?: unknown }).id)
  const given = id.success ? id.data : null
  const kinds = KINDS.filter((kind) => Object.hasOwn(value, kind))
  if (kinds.length !== 1) return malformed(given, 'A frame has one of call, subscribe and stop')
  const parsed = clientFrames[kinds[0]!].safeParse(value)
  // The members as they came: a copy would take "__proto__" for a prototype, and no schema would see it.
  if (parsed.success) return { frame: value as ClientFrame }
  const issue = parsed.error.issues[0]!
  return malformed(given, `${issue.path.join('.') || 'frame'}: ${issue.message}`)
}

const KINDS = ['call', 'subscribe', 'stop'] as const

function parse(text: string): unknown {
  if (isDeeperThan(text, MAX_DEPTH)) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function malformed(id: FrameId | null, detail: string): ReadFrame {
  return { id, failure: socketFailure('malformed-frame', { detail }) }
}
