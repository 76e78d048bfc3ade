/** A prompt that comes with Daybook. */
export interface BuiltIn {
  id: string
  name: string
  text: string
  givesPlan: boolean
}

// Pasted into another program, whose answer is imported: it says the very form that `Plan` checks.
const FORM = `Answer with one JSON object and nothing else, in this form:
{"title": "…", "source": "…", "items": [{"title": "…", "kind": "task", "notes": "…", "due": "2026-12-31", "minutes": 15, "priority": 0, "labels": ["…"], "steps": ["…"]}]}
"kind" is one of task, shopping, goal, habit, note. "due" is a date or null. "minutes" is how long it takes, or null. "priority" is 0 to 3. At most 200 items; leave out what you do not know.`

// An id that no clock gives, the same in every Daybook.
const idOf = (number: number) => `01933b6e-8f00-7a00-8000-${(0xc000 + number).toString(16).padStart(12, '0')}`

/** The prompts that everybody has. Their ids are as lasting as their names. */
export const builtInPrompts: readonly BuiltIn[] = [
  {
    id: idOf(1),
    name: 'Video to tasks',
    text: `Watch the video {{link}}, or read its transcript below, and turn what it teaches into tasks that somebody can do, in order.
Keep each title under ten words and begin it with a verb. Put what is needed to know into the notes, small actions into the steps, and what has to be bought into items of kind shopping.
${FORM}

Transcript, where there is one:
{{transcript}}`,
    givesPlan: true,
  },
  {
    id: idOf(2),
    name: 'Goal to plan',
    text: `I want to reach this: {{goal}}. I have {{time}} a week. Make a plan of small tasks in order, the first of them short enough to do today.
${FORM}`,
    givesPlan: true,
  },
  {
    id: idOf(3),
    name: 'Minutes of a meeting to tasks',
    text: `These are notes of a meeting. List what I, {{name}}, have to do after it, with dates where they were said, and nothing that others do.
${FORM}

{{notes}}`,
    givesPlan: true,
  },
  {
    id: idOf(4),
    name: 'Recipe to shopping list',
    text: `Turn this recipe for {{people}} people into things to buy, one item of kind shopping each, with amounts in the title, and one task for cooking it with its steps.
${FORM}

{{recipe}}`,
    givesPlan: true,
  },
  {
    id: idOf(5),
    name: 'Break it down',
    text: `This feels too big: {{task}}. Break it into steps of two to five minutes each, so small that starting is easy. Number them.`,
    givesPlan: false,
  },
]
