import type { DumpWords } from './dump-words.ts'
import { timesIn } from './times-in.ts'

/** A function: patterns weigh something, and most of the day nobody writes a dump. */
export const germanDump = (): DumpWords => ({
  fillers: /^(?:(?:und|dann|danach|anschließend|auch|ach|also|okay|ok|außerdem|dazu)\b[,:]?\s+)+(?:ja\s+)?/i,
  duty: /^(?:(?:ich|wir|man) (?:muss|müssen|sollte|sollten|soll|sollen|müsste|müssten|darf nicht vergessen|werde|werden)|muss|müssen|sollte)(?:\s+(?:noch|auch|unbedingt|dringend|mal|wieder|endlich|heute noch|ja))*(?:,)?\s+|^(?:bitte )?nicht vergessen(?:\s*[,:])?\s+|^(?:bitte )?(?:daran )?denken?(?:\s*[,:]|\s+an)\s+|^bitte\s+/i,
  wish: /^(?:mein|unser) (?:großes |neues )?ziel ist(?: es)?,?\s+|^(?:ich|wir) (?:(?:will|wollen|möchte|möchten|würde gerne?|würden gerne?|hätte gerne?|träume davon,?)(?:\s+(?:unbedingt|gerne?|endlich|mal|auch|einmal))*),?\s+/i,
  headings: {
    task: /^(?:to-?do|to do|aufgaben?|erledigen|zu erledigen|arbeit)$/i,
    shopping:
      /^(?:einkauf|einkäufe|einkaufen|einkaufsliste|einkaufszettel|kaufen|supermarkt|besorgungen|apotheke|drogerie)$/i,
    goal: /^(?:(?:mein(?:e)? )?(?:neues? |großes? )?ziele?(?: ist| sind)?|träume)$/i,
    habit: /^(?:(?:neue )?gewohnheit(?:en)?|routinen?|täglich|jeden tag)$/i,
    note: /^(?:notiz(?:en)?|ideen?|gedanken?|merken|ps)$/i,
  },
  buyFirst: /^(?:kaufe?|kaufen|einkaufen|besorgen)\s+/i,
  buyLast: /\s+(?:ein)?(?:zu)?(?:kaufen|besorgen)$/i,
  buyMany: /\s+(?:holen|mitbringen|bestellen)$/i,
  article: /^(?:eine?[nmrs]?|der|die|das|den|dem|etwas|noch|ein paar|mehr)\s+/i,
  pair: /salz und pfeffer|essig und öl|pfeffer und salz|fish and chips|mac and cheese/gi,
  often:
    /(?<!\p{L})(?:(?:einmal|zweimal|dreimal|viermal|fünfmal|\d+ ?(?:mal|x)) (?:die|pro|in der|jede|am) (?:woche|tag)|jeden (?:tag|morgen|abend)|jede nacht|täglich|öfter|regelmäßig)(?!\p{L})/iu,
  times: timesIn({ einmal: 1, zweimal: 2, dreimal: 3, viermal: 4, fünfmal: 5 }),
  aDay: /(?:die|pro|am|jeden?) tag/i,
  begin: /^(?:anfangen|beginnen),?\s+/i,
  statement:
    /^(?:der|die|das|dieser?s?|es|er|sie|wir (?:sind|waren|haben)|ihr|ich (?:bin|fühle|finde|denke|glaube|war|habe|hatte|frage mich|mag|kann)|mein|meine|unser|unsere|was|warum|wieso|wie|wer|wo|vielleicht|da|dort|gestern|man)\b/i,
  and: /,\s+(?:(?:und|dann)\s+)*|\s+(?:und|dann)\s+(?:dann\s+)?/gi,
  abbreviation: /(?:^|[\s(])(?:dr|hr|fr|frau|prof|st|nr|ca|usw|bzw|evtl|ggf|z\.\s?b|d\.\s?h|u\.\s?a|tel|str|\p{L})$/iu,
  afterOrdinal: /^(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|um\b|bis\b|\d|\p{Ll})/iu,
  verbLast: true,
})
