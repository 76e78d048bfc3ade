import type { DumpWords } from './dump-words.ts'
import { timesIn } from './times-in.ts'

/** A function: patterns weigh something, and most of the day nobody writes a dump. */
export const englishDump = (): DumpWords => ({
  fillers: /^(?:(?:and|then|also|oh|so|ok|okay|well|plus)\b[,:]?\s+)+/i,
  duty: /^(?:(?:i|we)(?:'ve| have)? (?:(?:really|still|also|just|probably|definitely) )*(?:need to|have to|ought to|got to|gotta|must|should|will|had better)|(?:i|we)(?:'m|'re| am| are) going to|(?:i|we)'ll|(?:need|have|got|want) to|must|should|gotta|(?:please )?(?:remember|make sure) (?:to|that i)|(?:please )?(?:don['’]t|do not) forget(?: to|:|,)?|can (?:you|we|i)|could (?:you|we|i)|let['’]s|please)\s+/i,
  wish: /^(?:(?:my|our) (?:big |new |main )?(?:goal|aim|dream) is to\s+)|^(?:i|we)(?:'d| would)? (?:(?:really|also|always) )*(?:want(?:ed)?|like|love|hope|wish|plan|aim|dream)(?: of| to)\s+/i,
  headings: {
    task: /^(?:to-?do|to do|tasks?|chores|errands|work|actions?)$/i,
    shopping: /^(?:shopping|groceries|shopping list|grocery list|to buy|buy|supermarket|pharmacy)$/i,
    goal: /^(?:(?:my )?(?:big |new |main )?(?:goals?|aims?|objectives?)(?: is| are)?|dreams?)$/i,
    habit: /^(?:(?:new )?habits?|routines?|every day|daily)$/i,
    note: /^(?:notes?|ideas?|thoughts?|fyi|remember that|ps|p\.s\.)$/i,
  },
  buyFirst: /^(?:buy|purchase|stock up on)\s+/i,
  buyLast: null,
  buyMany: /^(?:get|grab|pick up|order)\s+/i,
  article: /^(?:an?|some|the|our|more|another)\s+/i,
  pair: /mac and cheese|fish and chips|salt and pepper|peanut butter and jelly|oil and vinegar|ham and cheese|salt and vinegar|gin and tonic/gi,
  often:
    /\b(?:(?:once|twice|three times|four times|five times|six times|\d+ ?(?:times|x)|\d+ (?:days|nights)) (?:a|per|each|every) (?:day|week)|every (?:single )?(?:day|morning|evening|night)|daily|each (?:day|morning|evening|night)|more often)\b/i,
  times: timesIn({ once: 1, twice: 2, three: 3, four: 4, five: 5, six: 6 }),
  aDay: /\bday\b/i,
  begin:
    /^(?:start(?: to)?|begin(?: to)?|get into the habit of|make it a habit to|make a habit of)\s+(?=\p{L}+ing\b|to\b)/iu,
  statement:
    /^(?:the|this|that|these|those|it|it's|there|there's|he|she|they|you|my|our|his|her|i(?:'m| am| feel| felt| think| thought| was| wonder| like| love| hate| saw| met| had| can't| don't)|we(?:'re| are| had| were)|what|why|how|maybe|perhaps|somebody|someone|nobody|everybody|today was|yesterday)\b/i,
  and: /,\s+(?:(?:and|then)\s+)*|\s+(?:and|then)\s+(?:then\s+)?/gi,
  abbreviation:
    /(?:^|[\s(])(?:dr|mr|mrs|ms|prof|st|no|nr|vs|etc|approx|dept|e\.g|i\.e|p\.m|a\.m|jr|sr|inc|ltd|\p{L})$/iu,
  afterOrdinal: null,
  verbLast: false,
})
