import Goal from 'lucide-react/icons/goal'
import ListTodo from 'lucide-react/icons/list-todo'
import NotebookPen from 'lucide-react/icons/notebook-pen'
import Repeat from 'lucide-react/icons/repeat'
import ShoppingBasket from 'lucide-react/icons/shopping-basket'
import type { CaptureWay, ItemKind, ReadBy } from '#modules/capture/contract.ts'
import type { Accent, Icon } from '#ui/define-web-module.ts'

/** What a piece becomes, as people say it. */
export const kindName: Record<ItemKind, string> = {
  task: 'Task',
  shopping: 'To buy',
  goal: 'Goal',
  habit: 'Habit',
  note: 'Note',
}

export const kindIcon: Record<ItemKind, Icon> = {
  task: ListTodo,
  shopping: ShoppingBasket,
  goal: Goal,
  habit: Repeat,
  note: NotebookPen,
}

export const kindAccent: Record<ItemKind, Accent> = {
  task: 'green',
  shopping: 'orange',
  goal: 'pink',
  habit: 'lilac',
  note: 'yellow',
}

/** The ways of reading, in the order they are offered. */
export const ways: readonly { way: CaptureWay; label: string; hint: string }[] = [
  { way: 'auto', label: 'Sort it for me', hint: 'You see what was decided, and accept it or not.' },
  { way: 'clarify', label: 'Ask me', hint: 'At most two questions. Each can be skipped.' },
  { way: 'manual', label: 'Leave it as it is', hint: 'A piece for each line. You choose what becomes of it.' },
]

export const readByName: Record<ReadBy, string> = {
  rules: 'Read by rules, on this server',
  model: 'Read by a language model',
}
