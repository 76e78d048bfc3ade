import type { VerbTemplates } from '../split-language.ts'

/** German outlines of what is done with the hands or on foot. */
export const germanHands = (): VerbTemplates => ({
  clean: {
    words:
      'putzen|aufräumen|saubermachen|sauber machen|wischen|saugen|staubsaugen|spülen|waschen|abwaschen|reinigen|kehren',
    scope: 'multi-step',
    nouns: 'wäsche|abwasch|küche|bad|keller|schreibtisch|fenster',
    steps: `
      2 Musik anmachen und ein Fenster öffnen
      3 Mit einer Tüte herumgehen und den Müll einsammeln
      5 Wegbringen, was woandershin gehört
      +5 Eine Fläche ganz freiräumen
      5 Diese Fläche wischen, dann die nächste
      ++5 Die Ecke machen, die immer übrig bleibt
      +5 Den Boden machen, von hinten zur Tür
      2 Den Müll hinausbringen und ansehen, was du geschafft hast
    `,
  },
  fix: {
    words: 'reparieren|beheben|flicken|lösen|instand setzen|austauschen|ersetzen|debuggen',
    scope: 'multi-step',
    nouns: 'fehler|bug|panne',
    steps: `
      5 Hinsehen: was geht wann schief
      3 Aufschreiben, wie es sein sollte
      +5 Jemanden suchen, der dasselbe hatte
      3 Werkzeug und Teile bereitlegen
      5 Zuerst die wahrscheinlichste Ursache angehen, eine Änderung auf einmal
      ++5 Die nächste Ursache angehen
      +3 Prüfen, ob es geht und sonst noch alles ganz ist
      2 Aufräumen und notieren, was es war
    `,
  },
  buy: {
    words: 'kaufen|einkaufen|bestellen|besorgen',
    scope: 'multi-step',
    nouns: 'einkauf|geschenk|lebensmittel',
    steps: `
      2 Aufschreiben, was es können muss und kosten darf
      2 Nachsehen, ob so etwas schon da ist oder zu leihen wäre
      +5 Drei ansehen, die in Frage kommen
      +3 Sie in den zwei wichtigsten Dingen vergleichen
      3 Eines aussuchen und aufhören zu suchen
      5 Kaufen: Korb, Adresse, bezahlen
      2 Notieren, wann es kommt und bis wann es zurück kann
    `,
  },
  pack: {
    words: 'packen|einpacken|auspacken|umziehen',
    scope: 'multi-step',
    nouns: 'koffer|umzug',
    steps: `
      3 Die Liste schreiben: Tage, Wetter, was geplant ist
      2 Tasche oder Kisten offen in die Mitte stellen
      3 Papiere, Schlüssel, Geld und Ladegeräte danebenlegen
      5 Kleidung auf einen Stapel legen, Tag für Tag
      +5 Einpacken, was ins Bad gehört
      +3 Die Liste durchgehen und abhaken
      2 Zumachen und an die Tür stellen
    `,
  },
  cook: {
    words: 'kochen|backen|grillen',
    scope: 'multi-step',
    nouns: 'abendessen|mittagessen|kuchen',
    steps: `
      3 Aussuchen, was es gibt, und das Rezept einmal lesen
      3 Nachsehen, was da ist, und aufschreiben, was fehlt
      3 Die Arbeitsfläche freiräumen und alles hinstellen
      5 Waschen und schneiden
      5 Aufsetzen, was am längsten braucht
      +5 Das Nächste machen, während es kocht
      2 Abschmecken und den Tisch decken
    `,
  },
  build: {
    words:
      'bauen|machen|erstellen|entwickeln|programmieren|einrichten|installieren|gestalten|montieren|basteln|nähen|streichen',
    scope: 'multi-step',
    nouns: 'webseite|regal|app',
    steps: `
      3 Aufschreiben oder zeichnen, was es können soll
      3 Werkzeug, Teile oder Dateien bereitlegen
      2 Das kleinste Stück aussuchen, das für sich geht
      5 Dieses Stück machen, hässlich genügt
      +5 Ausprobieren und notieren, was nicht stimmt
      +5 Das Schlimmste davon richten
      ++5 Das nächste Stück machen
      2 Speichern oder weglegen und notieren, wo es weitergeht
    `,
  },
  sort: {
    words: 'sortieren|ordnen|ablegen|ausmisten|entrümpeln|leeren|scannen|sichern|löschen',
    scope: 'multi-step',
    nouns: 'fotos|papiere|ablage|kleiderschrank|dachboden|belege',
    steps: `
      2 Alles auf einen Haufen legen oder den Ordner öffnen
      2 Drei Plätze machen: behalten, weggeben, wegwerfen
      5 Von oben nehmen und sofort entscheiden, Stück für Stück
      5 Mit der nächsten Handvoll weitermachen
      +5 Weiter: was länger dauert, kommt auf einen vierten Haufen
      ++5 Über den vierten Haufen entscheiden
      3 Wegräumen, was bleibt
      2 Hinausbringen, was geht
    `,
  },
  bring: {
    words: 'schicken|abschicken|versenden|bringen|abholen|abgeben|zurückgeben|zurückschicken|wegbringen|holen',
    scope: 'multi-step',
    nouns: 'paket|post|apotheke|rezept',
    steps: `
      2 Es mit allem, was dazugehört, an die Tür legen
      2 Nachsehen, wohin es geht und bis wann offen ist
      +5 Einpacken und die Adresse daraufschreiben
      3 Schuhe an, Geld und Schlüssel einstecken
      5 Hingehen und erledigen
      2 Beleg oder Nummer aufheben
    `,
  },
})
