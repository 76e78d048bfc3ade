import { handlersFor } from '#kernel/handlers.ts'
import type { CaptureState, CaptureWay, ItemKind, ReadBy, Sureness } from '../contract.ts'

/** The tables of capture. The kernel adds `workspace_id` to each. */
export interface CaptureTables {
  capture_capture: {
    id: string
    person_id: string
    title: string
    text: string
    way: CaptureWay
    origin: 'dump' | 'plan'
    state: CaptureState
    read_by: ReadBy | null
    reading: number
    zone: string
    locale: string
    /** `CaptureQuestion`s as JSON. */
    questions: string
    /** How many pieces there are, and how many of them were accepted. */
    count: number
    accepted: number
    created_at: number
    deleted_at: number | null
  }
  capture_item: {
    id: string
    capture_id: string
    position: number
    kind: ItemKind
    text: string
    literal: string
    notes: string
    steps: string
    source: string
    chosen: number
    sure: Sureness
    why: string
    accepted_at: number | null
  }
  capture_prompt: {
    id: string
    person_id: string
    name: string
    name_order: string
    text: string
    created_at: number
    updated_at: number
    deleted_at: number | null
  }
}

export type CaptureRow = CaptureTables['capture_capture']
export type ItemRow = CaptureTables['capture_item']
export type PromptRow = CaptureTables['capture_prompt']

export const { command, query } = handlersFor<CaptureTables>()
