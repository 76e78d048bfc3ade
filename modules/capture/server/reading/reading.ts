import type { Language } from '#base/quick-add/language.ts'
import type { CaptureWay, ItemKind, ReadBy, Sureness } from '../../contract.ts'
import type { DumpWords } from './words/dump-words.ts'

/** A piece of a dump, as what it may become. */
export interface Piece {
  kind: ItemKind
  /** A line in the words of quick add. */
  text: string
  literal: string[]
  notes: string
  steps: string[]
  /** The words it was read from. */
  source: string
  chosen: boolean
  sure: Sureness
  /** Why it was taken for this. */
  why: string
}

/** A question about one piece. */
export interface Asking {
  /** Which piece, from 0. */
  piece: number
  about: 'kind' | 'date'
  text: string
  options: { value: string; label: string }[]
}

/** What a dump was read as. */
export interface Reading {
  readBy: ReadBy
  pieces: Piece[]
  questions: Asking[]
}

/** A dump with all that reading it needs. */
export interface Dump {
  text: string
  way: CaptureWay
  zone: string
  locale: string
  /** Epoch milliseconds: what "tomorrow" is reckoned from. */
  writtenAt: number
}

/** How the words of a dump are understood. */
export interface Understanding {
  language: Language
  words: DumpWords
  timeZone: string
  now: number
}

/** More pieces than this nobody looks through; what is left stays in one note. */
export const MOST_PIECES = 200
