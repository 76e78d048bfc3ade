import { SLOTS, type Features } from './features.ts'

/** A sum of weights, learned a task at a time (AdaGrad: Duchi, Hazan, Singer 2011) under Huber's loss. */
export interface LinearModel {
  rate: number
  /** Errors beyond it pull no harder: a task of 40 hours is no 40 times the lesson. */
  bend: number
  weights: number[]
  /** Squares of the gradients so far: what was seen often moves slowly. */
  squares: number[]
}

export function newLinearModel(rate: number, bend: number): LinearModel {
  return { rate, bend, weights: Array<number>(SLOTS).fill(0), squares: Array<number>(SLOTS).fill(0) }
}

/** What the features add up to. */
export function sumOf({ weights }: LinearModel, features: Features): number {
  let sum = 0
  for (const [slot, amount] of features) sum += amount * weights[slot]!
  return sum
}

/** Moves the weights towards what was missing. */
export function learnError(model: LinearModel, features: Features, error: number): void {
  const pull = Math.abs(error) < model.bend ? error / model.bend : Math.sign(error)
  for (const [slot, amount] of features) {
    const gradient = pull * amount
    const squares = model.squares[slot]! + gradient * gradient
    model.squares[slot] = squares
    model.weights[slot]! += (model.rate * gradient) / Math.sqrt(1 + squares)
  }
}
