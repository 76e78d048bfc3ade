import type * as Chrono from 'chrono-node/en'
import { lazily } from '../../lazily.ts'
import type { Language } from '../language.ts'
import { withWordings } from '../wordings.ts'
import { englishRecurring } from './english-recurring.ts'
import { englishWordings } from './english-wordings.ts'

const DEED = lazily(
  () =>
    /^(?:add|answer|apply|arrange|ask|assemble|back|bake|book|bring|brush|build|buy|call|cancel|change|charge|check|choose|clean|clear|collect|complete|confirm|contact|cook|copy|create|decide|defrost|deliver|discuss|do|donate|download|draft|draw|drop|edit|email|e-mail|empty|exercise|feed|figure|file|fill|find|finish|fix|fold|follow|get|give|go|help|hang|hire|hoover|install|invite|invoice|iron|join|keep|learn|leave|let|listen|look|mail|make|measure|meet|mend|message|mop|move|mow|open|order|organise|organize|pack|paint|pay|phone|pick|ping|plan|plant|play|post|practice|practise|prepare|print|publish|pull|push|put|read|record|refill|register|remind|remove|renew|rent|repair|repeat|replace|reply|report|request|research|reserve|return|review|rewatch|rewrite|ring|run|save|schedule|see|sell|send|set|share|ship|shop|sign|skype|sort|start|stream|study|submit|swap|sweep|switch|take|talk|teach|tell|test|text|thank|throw|tidy|translate|transfer|try|turn|unpack|update|upload|vacuum|visit|walk|wash|watch|water|wipe|wrap|write)$/,
)

/** English; `monthFirst` reads 5/2 as May 2, as in the United States. */
export function english(chrono: typeof Chrono, { monthFirst }: { monthFirst: boolean }): Language {
  return { ...words(), dates: withWordings(monthFirst ? chrono.casual : chrono.GB, englishWordings()) }
}

/** A function, since tables of words weigh megabytes as patterns and most of the day nobody adds a line. */
const words = (): Omit<Language, 'dates'> => ({
  lead: /(?:^|\s)((?:(?:due|starting|start)\s+)?(?:on|by|at|before|until|till|from|for|due|since|starting|start|after|around)\s+(?:the\s+)?|in\s+|(?:this|next|coming)\s+)$/,
  leadInside:
    /^(?:(?:due|by|on|at|before|until|till|from|for|starting)\s+)+(?=[a-z]|\d)|^in\s+(?=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/,
  startLead: /^(?:starting|start|from|since|after)\b/,
  afterLead: /^after\b/,
  monthLead: /^(?:in|by|before|until|till|due)\b/,
  deed: ([first]) => first !== undefined && DEED().test(first.toLowerCase()),
  media: /^(?:watch|rewatch|read|reread|listen|play|stream|see|finish|return|borrow|buy|order|review|rent)$/,
  buying: /^(?:buy|order|get|find|cut|drill|measure|pick)$/,
  event:
    /^(?:appointment|anniversary|barbecue|bbq|birthday|breakfast|brunch|call|ceremony|check-?up|class|concert|conference|course|deadline|delivery|demo|dentist|dinner|doctor|drinks|exam|flight|game|gym|haircut|holiday|hotel|interview|laundry|lecture|lesson|lunch|match|meeting|mot|optician|party|physio|pilates|practice|presentation|recital|rehearsal|rent|retro|review|school|session|shift|standup|sync|taxes|training|trip|vet|visit|webinar|wedding|workshop|yoga|1:1)$/,
  notBefore:
    /^(?:a|an|the|of|like|my|no|ash|wacky|throwback|not|never|was|is|are|it's|be|bad|black|blue|bloody|boxing|brand|cyber|casual|easter|fat|freaky|girl|giving|gal|good|given|happy|holy|just|lazy|lovely|man|manic|maundy|my|palm|perfect|ruby|shrove|stormy|sunny|super|taco|thank|tgi|whit|joe|about|and|or|world|yesterday's|today|vs|than|\d+)$/,
  notAfter:
    /^(?:never|is|was|are|isn't|belongs|comes|came|may|morning's|night's|weekend|people|live|lights|fever|magazine|afternoon's)$/,
  goesOn:
    /^(?:with|about|for|at|in|to|and|re|regarding|before|after|from|if|so|because|via|on|by|near|over|then|but|while|when|until|till|as|without)$/,
  ambiguous: /^(?:sun|sat|mon|wed|mar|dec|jan)\.?$/,
  relative: /^(?:today|tomorrow|tonight|tmrw?|tmr|tom)$/,
  relativePhrase:
    /^(?:in (?:a|an|\d+|one|two|three|four|five|six|seven|eight|nine|ten|half an|a couple of|a few)\b.*|next (?:week|month|year).*|(?:later )?this (?:week|weekend|month|morning|afternoon|evening|weekend).*|(?:the )?(?:day after tomorrow).*|(?:the )?end of (?:the |this |next )?(?:month|week|year|day)|eod|eow|eom|\d+ (?:days?|weeks?|months?) from (?:now|today)|(?:today|tomorrow) (?:morning|afternoon|evening|night|noon)|later today|(?:next|at the) weekend|a week from .*|.* next week)$/,
  ordinal: /\b\d{1,2}(?:st|nd|rd|th)\b/,
  slashed: /^\d{1,2}[/.-]\d{1,2}$/,
  capital:
    /^(?:mon|tues?|wed|weds|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december|am|pm|eod|eow|eom|\d.*)$/,
  never:
    /^(?:now|\d+(?:\.\d+)?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?|quarters?)(?:\s.*)?|weekend|morning|afternoon|evening|night|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|half|few|couple)\b(?!.*from).*|(?:the )?(?:week|month|year|day|quarter|minute|second|hour)|(?:last|past|previous)\b.*|next quarter|24\/7|9\/11|(?:this|next) (?:day|hour|minute|second|quarter)|.*\bago)$/,
  tomorrow: 'tomorrow',
  tonight: /^(?:tonight|this (?:morning|afternoon|evening|night))$/,
  nextWeek: /^next week$/,
  nextMonth: /^next month$/,
  nextYear: /^next year$/,
  partAfter: /^\s+(?:morning|afternoon|evening|night)s?(?![\p{L}-])/u,
  partsOfDay: [
    [/\bmornings?$/, 9],
    [/\bafternoons?$/, 15],
    [/\bevenings?$/, 18],
    [/\b(?:to)?nights?$/, 20],
    [/^eod$|^end of (?:the )?day$/, 17],
  ],
  hourLead: /\b(?:at|by|before|until|till|around|from|after)$/,
  bareHour: /(?:^|\s)[1-6](?:[:.]\d\d)?$/,
  titleCase: true,
  clockHours: false,
  hours: /h|hrs?|hours?/,
  minutes: /m|mins?|minutes?/,
  recurring: englishRecurring(),
})
