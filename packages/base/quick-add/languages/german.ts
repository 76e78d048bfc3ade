import type * as Chrono from 'chrono-node/de'
import { lazily } from '../../lazily.ts'
import type { Language } from '../language.ts'
import { withWordings } from '../wordings.ts'
import { germanRecurring } from './german-recurring.ts'
import { germanWordings } from './german-wordings.ts'

/** German. */
export function german(chrono: typeof Chrono): Language {
  return { ...words(), dates: withWordings(chrono.casual, germanWordings()) }
}

// A thing to do ends with its verb: "Miete zahlen". Nouns that end alike have a capital.
const INFINITIVE = lazily(() => /^\p{Ll}{2,}(?:en|ern|eln|tun)$/u)
const NO_VERB = lazily(
  () =>
    /^(?:morgen|übermorgen|wegen|zwischen|neben|gegen|ohne|wochen|zehn|sieben|den|einen|meinen|deinen|seinen|ihren|unseren|neuen|alten|großen|kleinen|anderen|unten|oben|außen|innen|eben|gern|mitten)$/,
)
const IMPERATIVE = lazily(
  () =>
    /^(?:anrufen|ruf|kauf|kaufe|bring|bringe|hol|hole|schreib|schreibe|mach|mache|geh|frag|frage|sag|schick|schicke|zahl|zahle|buch|buche|bestell|bestelle|putz|räum|wasch|gieß|lies|prüf|prüfe|plan|plane|triff|besuch|such|nimm|gib|stell|leg|koch|back)$/,
)

/** A function, since tables of words weigh megabytes as patterns and most of the day nobody adds a line. */
const words = (): Omit<Language, 'dates'> => ({
  lead: /(?:^|\s)((?:fällig\s+)?(?:am|an|um|bis(?:\s+(?:zum|spätestens|zur|um|am))?|vor(?:\s+dem)?|ab(?:\s+dem)?|nach|seit|zum|für(?:\s+den)?|gegen|spätestens(?:\s+(?:am|bis|um))?|den|der|fällig)\s+|(?:kommenden?|kommende[rs]?|diese[nrs]?|im)\s+)$/,
  leadInside: /^(?:(?:den|am|an|um|bis|zum|ab|vor|für|gegen)\s+)+(?=\p{L}|\d)/u,
  startLead: /^(?:ab|seit|nach)\b/,
  afterLead: /^nach\b/,
  monthLead: /^(?:im|bis|vor|ab)\b/,
  deed: (words) =>
    (words[0] !== undefined && IMPERATIVE().test(words[0].toLowerCase())) ||
    words.some((word) => INFINITIVE().test(word) && !NO_VERB().test(word)),
  media: /^(?:lesen|lies|schauen|schau|gucken|hören|hör|sehen|streamen)$/,
  buying: /^(?:kaufen?|kauf|bestellen?|besorgen|holen?)$/,
  event:
    /^(?:.*termin|.*arzt|zahnarzt|.*ärztin|.*besprechung|meeting|.*treffen|.*prüfung|.*klausur|.*geburtstag|geburtstag|.*feier|.*party|hochzeit|.*konzert|.*kurs|.*training|training|.*essen|.*frühstück|brunch|friseur|flug|.*fahrt|abflug|.*abgabe|abgabe|.*gespräch|.*abend|tüv|sport|yoga|kino|theater|urlaub|.*kontrolle|standup|retro|vortrag|.*sitzung|miete|steuererklärung|elternabend|.*runde|physio|impfung|lieferung|müllabfuhr|probe|chorprobe)$/,
  notBefore:
    /^(?:ein|eine|einen|einem|der|die|das|von|vom|wie|guten?|schöner|blauer?|schwarzer|heiliger|kein|nie|war|ist|sind|über|und|oder|am|besseres|welt|seit|bis|mein|dein|\d+)$/,
  notAfter: /^(?:ist|war|sind|stirbt|kommt|geht|danach|wird|beginnt|gehört|nie|ich|du|wir|der|das|die)$/,
  goesOn:
    /^(?:mit|über|für|bei|im|in|zum|zur|und|wegen|vor|nach|ab|von|falls|weil|per|an|auf|um|dann|aber|während|wenn|bis|als|ohne|zu|das|die|den|der|dem)$/,
  ambiguous: /^(?:mo|di|mi|do|fr|sa|so)\.?$/,
  relative: /^(?:heute|morgen|übermorgen)$/,
  relativePhrase:
    /^(?:in (?:einem?|einer|\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|vierzehn|ein paar|einer halben)\b.*|(?:nächste[nrs]?|kommende[nrs]?) (?:woche|monat|jahr|wochenende).*|(?:heute|morgen|übermorgen) (?:früh|vormittag|mittag|nachmittag|abend|nacht).*|diese (?:woche|nacht)|diesen (?:monat|abend)|dieses (?:jahr|wochenende)|am wochenende|ende (?:des monats|der woche|des jahres|nächster woche|\p{L}+)|(?:monats|wochen|jahres)ende|anfang nächster woche|.*in einer woche|.*nächster? woche)$/u,
  ordinal: /^\d{1,2}\.\s?\d{1,2}\.(?:$|\s)|^(?:den )?\d{1,2}\.$/,
  slashed: /^\d{1,2}[/.-]\d{1,2}$/,
  capital:
    /^(?:(?:mon|diens|donners|frei|sams)tags?|mittwochs?|sonn(?:tag|abend)s?|mo|di|mi|do|fr|sa|so|januar|jänner|jan|februar|feb|märz|april|apr|mai|juni|jun|juli|jul|august|aug|september|sept?|oktober|okt|november|nov|dezember|dez|uhr|tag|tage|tagen|wochen?|monate?n?|monats|jahre?n?|jahres|stunden?|std|minuten?|wochenende|vormittag|mittag|nachmittag|abend|nacht|mitternacht|ende|anfang|monatsende|wochenende|jahresende|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:früh|morgen|vormittag|mittag|nachmittag|abend)|viertel|\d.*)$/,
  never:
    /^(?:jetzt|gerade|gestern.*|vorgestern|letzte[nrs]?\b.*|vergangene[nrs]?\b.*|vor \d.*|\d+\s*(?:tage?n?|wochen?|monate?n?|jahre?n?|stunden?|std|minuten?|min|h|m|s|sek\p{L}*)|(?:nachts|morgens|mittags|abends|vormittags|nachmittags)|abend|nacht|morgens|mittag|nachmittag|vormittag|24\/7|(?:nächste[nrs]?|diese[nrs]?) (?:tag|stunde|minute|sekunde|quartal)|\d{1,2}\.\d{1,2}|mai|märz|.*\d\.\d+ .*)$/u,
  tomorrow: 'morgen',
  tonight: /^(?:diesen abend|diese nacht)$/,
  nextWeek: /^(?:nächste[rn]?|kommende[rn]?) woche$|^anfang nächster woche$/,
  nextMonth: /^(?:nächsten|kommenden) monat$/,
  nextYear: /^(?:nächstes|kommendes) jahr$/,
  partAfter: /^\s+(?:früh|morgen|vormittag|mittag|nachmittag|abend)(?!\p{L})/u,
  partsOfDay: [
    [/früh$|\p{L}+ morgens?$/u, 9],
    [/vormittag$/, 10],
    [/nachmittag$/, 15],
    [/(?<!nach|vor)mittag$/, 12],
    [/abend$/, 18],
    [/nacht$/, 20],
  ],
  hourLead: /^(?:um|ab|vor|gegen|bis(?: um)?)$/,
  bareHour: /^$/,
  titleCase: false,
  clockHours: false,
  hours: /h|[Ss]td\.?|[Ss]tunden?/,
  minutes: /m|[Mm]in\.?|[Mm]inuten?/,
  recurring: germanRecurring(),
})
