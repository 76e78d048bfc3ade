import type * as Chrono from 'chrono-node/fr'
import { lazily } from '../../lazily.ts'
import type { Language } from '../language.ts'
import { withWordings } from '../wordings.ts'
import { frenchRecurring } from './french-recurring.ts'
import { frenchWordings } from './french-wordings.ts'

/** French. */
export function french(chrono: typeof Chrono): Language {
  return { ...words(), dates: withWordings(chrono.casual, frenchWordings()) }
}

const INFINITIVE = lazily(
  () => /^(?:\p{L}{2,}(?:er|ir)|\p{L}*(?:ttre|dre|vre|ire|oire|aire|clure)|faire|lire|voir|boire|être|avoir)$/u,
)
const NO_VERB = lazily(
  () =>
    /^(?:janvier|février|premier|dernier|hier|loyer|courrier|papier|dossier|cahier|atelier|déjeuner|dîner|goûter|fer|mer|hiver|amer|cher|soir|plaisir|avenir|mon\p{L}*|histoire|mémoire|notre|votre|anniversaire|notaire|vétérinaire|dentaire|livre)$/u,
)

/** A function, since tables of words weigh megabytes as patterns and most of the day nobody adds a line. */
const words = (): Omit<Language, 'dates'> => ({
  lead: /(?:^|\s)((?:le|du|au|à|pour(?:\s+le)?|avant(?:\s+le)?|d['’]ici(?:\s+(?:le|à|au))?|jusqu['’](?:à|au)|dès(?:\s+le)?|à partir (?:de|du)|depuis|après|vers|pour|en|ce|cet|cette)\s+|l['’]|d['’]ici\s+)$/,
  leadInside: /^(?:(?:le|la|pour|avant|dès|vers)\s+)+(?=\p{L}|\d)/u,
  startLead: /^(?:à partir|dès|depuis|après)/,
  afterLead: /^après\b/,
  monthLead: /^(?:en|avant|d['’]ici)/,
  deed: ([first]) =>
    first !== undefined && INFINITIVE().test(first.toLowerCase()) && !NO_VERB().test(first.toLowerCase()),
  media: /^(?:lire|relire|regarder|voir|écouter|revoir)$/,
  buying: /^(?:acheter|commander|prendre)$/,
  event:
    /^(?:rdv|rendez-vous|dentiste|médecin|docteur|réunion|anniversaire|fête|mariage|examen|concert|cours|sport|yoga|piscine|déjeuner|dîner|brunch|coiffeur|vol|train|entretien|kiné|vétérinaire|loyer|spectacle|théâtre|cinéma|contrôle|oral|soutenance|livraison|appel|visite|gym|formation|atelier|répétition|impôts)$/,
  notBefore:
    /^(?:un|une|les|des|de|du|comme|n['’]est|est|était|sont|c['’]est|bon|vivement|noir|bleu|saint|mon|ma|ni|et|ou|gras|fou|un|homme|thé|monde|\d+)$/,
  notAfter: /^(?:ne|est|était|sera|sont|n['’]est|n['’]existe|appartient|je|tu|nous|on|il|elle|noir|gras|soir|saint)$/,
  goesOn:
    /^(?:avec|pour|à|au|aux|chez|sur|de|du|des|et|avant|après|par|si|car|en|dans|sans|puis|mais|le|la|les|l['’]\p{L}+)$/u,
  ambiguous: /^(?:lun|mar|mer|jeu|ven|sam|dim)\.?$/,
  relative: /^(?:aujourd['’]hui|demain|après-demain)$/,
  relativePhrase:
    /^(?:dans (?:un|une|\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|quelques)\b.*|(?:la )?semaine prochaine|(?:le )?mois prochain|l['’]année prochaine|l['’]an prochain|ce (?:soir|matin|midi|week-?end|mois)|cet(?:te)? (?:après-midi|semaine|nuit|année)|(?:demain|après-demain|aujourd['’]hui) .*|(?:la )?fin (?:du mois|de (?:la )?semaine|de l['’]année|d['’]année|\p{L}+)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:prochain|en huit)|(?:le )?week-end prochain|début de semaine prochaine)$/u,
  ordinal: /^1er\b/,
  slashed: /^\d{1,2}[/.-]\d{1,2}$/,
  capital: /^(?:\d.*)$/,
  never:
    /^(?:maintenant|tout de suite|hier.*|avant-hier|la veille.*|cette veille|.*\bderni[eè]re?\b.*|.*pass[ée]e?s?|il y a.*|\d+\s*(?:jours?|semaines?|mois|ans?|années?|heures?|minutes?|min|m|s)|[0-6]\s*h(?:\s*\d\d)?|(?:lun|mar|mer|jeu|ven|sam|dim)\.?|matin|soir|nuit|après-midi|24\/7|(?:le|la) (?:jour|semaine|mois|année|nuit|matin|soir)|(?:heure|minute|jour|seconde|trimestre) prochaine?|les? \d+ (?:prochain|dernier).*)$/,
  tomorrow: 'demain',
  tonight: /^(?:ce (?:soir|matin|midi)|cet(?:te)? (?:après-midi|nuit))$/,
  nextWeek: /^(?:la )?semaine prochaine$|^début de semaine prochaine$/,
  nextMonth: /^(?:le )?mois prochain$/,
  nextYear: /^(?:l['’])?(?:année prochaine|an prochain)$/,
  partAfter: /^\s+(?:matin|midi|après-midi|soir)(?!\p{L})/u,
  partsOfDay: [
    [/\bmatins?$/, 9],
    [/après-midi$/, 15],
    [/(?<!après-)\bmidi$/, 12],
    [/\bsoirs?$/, 18],
    [/\bnuit$/, 20],
  ],
  hourLead: /^(?:à|vers)$/,
  bareHour: /^$/,
  titleCase: true,
  clockHours: true,
  hours: /heures?/,
  minutes: /m|min|mn|minutes?/,
  recurring: frenchRecurring(),
})
