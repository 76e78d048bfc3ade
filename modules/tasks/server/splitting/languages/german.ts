import type { SplitLanguage } from '../split-language.ts'

/** A function, so that these words are there while somebody splits a task and at no other time. */
export const german = (): SplitLanguage => ({
  lead: 'bitte|noch|endlich|schnell|ich|wir|muss|müssen|soll|sollte|möchte|will|mal',
  verbPlace: 'either',
  // Articles have cases and genders: sentences name the object in quotes instead.
  article: null,
  it: 'es',
  messages: {
    simple: 'Unter zehn Minuten: klein genug, um es in einem Zug zu tun.',
    steps: 'Schritte von wenigen Minuten. Nimm die, die helfen.',
    parts: 'Ein Projekt: erst die Teile. Jeder lässt sich teilen, wenn er an der Reihe ist.',
    nothing: 'Was die Regeln wissen, steht schon da.',
  },
  other: {
    scope: 'multi-step',
    nouns: '',
    steps: `
      2 In einem Satz aufschreiben, was da ist, wenn es fertig ist
      2 Hinlegen, was dazu nötig ist, alles andere weg
      5 Den kleinsten Teil tun, den man sieht
      +5 Den nächsten Teil tun, ohne zurückzugehen
      ++5 Den Teil tun, den du lieber aufschiebst, erst einmal grob
      ++5 Tun, was vom Hauptteil noch fehlt
      +3 Einmal mit frischem Blick ansehen und das Auffälligste ändern
      2 Weglegen und sagen, wer darauf wartet, dass es fertig ist
    `,
    parts: `
      1 Entscheiden, was am Ende da ist
      2 Herausfinden, was nötig ist und was fehlt
      4 Die erste Hälfte machen
      4 Die zweite Hälfte machen
      1 Alles prüfen und den Rest erledigen
    `,
  },
  verbs: {
    write: {
      words: 'schreiben|verfassen|formulieren|entwerfen|schreibe|dokumentieren',
      scope: 'multi-step',
      nouns: 'bericht|aufsatz|artikel|brief|hausarbeit|protokoll|bewerbung|rede',
      steps: `
        2 Ein leeres Blatt öffnen und einen vorläufigen Titel darüber setzen
        3 In einem Satz sagen, wer es liest und was er danach wissen soll
        5 Die drei bis fünf Punkte aufzählen, die hinein müssen
        2 Die Punkte in eine Reihenfolge bringen
        5 Den ersten Punkt schreiben, grob
        +5 Den nächsten Punkt schreiben, ohne zurückzugehen
        ++5 Den schwersten Punkt schreiben, erst einmal schlecht
        +5 Ergänzen, was fehlt: Namen, Zahlen, Links
        +5 Einmal laut lesen und ändern, worüber du stolperst
        2 Abschicken oder ablegen
      `,
      parts: `
        1 Entscheiden, wer es liest und was darin steht
        2 Herausfinden, was noch fehlt
        1 Die Reihenfolge der Punkte planen
        4 Den ersten Entwurf schreiben
        2 Den Entwurf mit frischem Blick prüfen
        1 Es denen schicken, die darauf warten
      `,
    },
    answer: {
      words: 'antworten|beantworten|mailen|zurückschreiben|mail schreiben|e-mail schreiben',
      scope: 'multi-step',
      nouns: 'mail|e-mail|mails|posteingang|nachricht',
      steps: `
        2 Die letzte Nachricht öffnen und einmal langsam lesen
        2 Stichworte notieren: was wird gefragt, was willst du sagen
        +3 Nachsehen, was du dafür brauchst: Termin, Datei, Zahl
        5 Die Antwort schreiben: erst die Sache, dann die Gründe
        2 Einmal mit den Augen des anderen lesen und abschicken
      `,
    },
    call: {
      words: 'anrufen|telefonieren|zurückrufen|durchrufen',
      scope: 'multi-step',
      nouns: 'anruf|telefonat',
      steps: `
        2 Die Nummer suchen und nachsehen, wann jemand abnimmt
        3 Aufschreiben, was du von dem Anruf willst, und den ersten Satz
        +2 Unterlagen und Termine bereitlegen
        5 Wählen und den ersten Satz sagen
        2 Notieren, was vereinbart ist, mit Datum
      `,
    },
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
    plan: {
      words: 'planen|organisieren|vorbereiten und planen|ausrichten|koordinieren',
      scope: 'project',
      nouns: 'feier|hochzeit|urlaub|reise|geburtstag|ausflug|workshop',
      steps: `
        3 In einem Satz aufschreiben, was dabei herauskommen soll
        3 Aufschreiben, was feststeht: Tage, Geld, Leute
        5 Alles aufzählen, was nötig ist, in beliebiger Reihenfolge
        +3 Anstreichen, was zuerst geschehen muss
        +5 Für die ersten drei Dinge Tag und Namen festlegen
        3 Die Tage in den Kalender eintragen
        2 Den anderen sagen, was du geplant hast
      `,
      parts: `
        1 Entscheiden, was herauskommen soll und was es kosten darf
        2 Herausfinden, was möglich ist: Tage, Orte, Preise
        1 Die anderen fragen, was ihnen passt
        2 Tag, Ort und Aufgaben festlegen und entscheiden
        2 Was gebucht werden muss, buchen
        2 Was am Tag selbst nötig ist, vorbereiten
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
    learn: {
      words: 'lernen|üben|pauken|wiederholen|trainieren für|studieren',
      scope: 'multi-step',
      nouns: 'prüfung|klausur|vokabeln|hausaufgaben',
      steps: `
        2 Ein kleines Stück für heute aussuchen
        3 Aufschreiben, was du davon schon weißt
        5 Dieses Stück lesen oder ansehen, ohne mitzuschreiben
        5 Zumachen und aufschreiben, was hängengeblieben ist
        +3 Nachsehen, was gefehlt hat
        +5 Eine Aufgabe dazu machen
        ++5 Es laut erklären wie einem Freund
        2 Notieren, was wann als Nächstes kommt
      `,
    },
    read: {
      words: 'lesen|durchlesen|nachlesen|überfliegen',
      scope: 'multi-step',
      nouns: 'buch|kapitel',
      steps: `
        2 Hinlegen, was zu lesen ist, alles andere weg
        2 Eine Frage stellen, die es beantworten soll
        3 Überschriften, Bilder und die letzte Seite ansehen
        5 Den ersten Teil lesen, den Stift in der Hand
        +5 Den nächsten Teil lesen
        ++5 Den Teil danach lesen
        3 Die Antwort in zwei Sätzen aufschreiben
      `,
    },
    research: {
      words: 'recherchieren|herausfinden|suchen|vergleichen|nachsehen|klären|finden|informieren',
      scope: 'multi-step',
      nouns: 'angebote|recherche',
      steps: `
        2 Die Frage in einem Satz aufschreiben
        2 Aufschreiben, wie gut die Antwort sein muss
        5 Suchen und drei Seiten öffnen, die passend aussehen
        5 Die erste lesen und notieren, was sie sagt
        +5 Die zweite und dritte lesen
        +2 Jemanden fragen, der es weiß: eine Nachricht
        3 Die Antwort aufschreiben und was noch offen ist
      `,
    },
    decide: {
      words: 'entscheiden|auswählen|aussuchen|wählen',
      scope: 'multi-step',
      nouns: 'entscheidung',
      steps: `
        2 Aufschreiben, was bis wann zu entscheiden ist
        3 Aufzählen, was möglich ist, auch nichts zu tun
        3 Die zwei Dinge aufschreiben, auf die es ankommt
        +5 Jede Möglichkeit danach benoten
        2 Entscheiden und aufschreiben, warum
        2 Es denen sagen, die es wissen müssen
      `,
    },
    pay: {
      words:
        'bezahlen|zahlen|überweisen|ausfüllen|einreichen|beantragen|anmelden|kündigen|verlängern|unterschreiben|steuererklärung machen',
      scope: 'multi-step',
      nouns: 'rechnung|rechnungen|steuer|steuern|steuererklärung|formular|antrag|ausweis|versicherung|miete',
      steps: `
        2 Den Brief, das Formular oder die Seite öffnen
        2 Lesen, was bis wann verlangt wird
        5 Papiere und Zahlen dafür bereitlegen
        5 Ausfüllen, was du weißt, und den Rest anstreichen
        +5 Nachsehen, was angestrichen ist
        +3 Einmal durchlesen: Name, Datum, Betrag
        2 Abschicken oder bezahlen
        2 Den Beleg dahin tun, wo du ihn findest
      `,
    },
    prepare: {
      words: 'vorbereiten|proben|präsentieren|halten',
      scope: 'multi-step',
      nouns: 'vortrag|präsentation|besprechung|vorstellungsgespräch|folien',
      steps: `
        2 Nachsehen, wann und wo es ist und wer kommt
        3 Aufschreiben, was dabei herauskommen soll
        5 Aufzählen, was du dafür brauchst
        +5 Das Wichtigste davon machen
        ++5 Das Nächste davon machen
        +5 Einmal von Anfang bis Ende durchgehen
        3 Alles an einen Ort legen
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
    book: {
      words: 'buchen|reservieren|termin machen|termin ausmachen|vereinbaren',
      scope: 'multi-step',
      nouns: 'termin|zahnarzt|arzt|friseur|hotel|flug|fahrkarten|tisch',
      steps: `
        2 Im Kalender zwei, drei Zeiten suchen, die passen
        2 Nummer oder Seite suchen, wo man bucht
        +3 Bereitlegen, was gefragt wird: Name, Nummer, Tage
        5 Buchen
        2 In den Kalender eintragen, mit Adresse
      `,
    },
    talk: {
      words: 'sprechen|reden|treffen|fragen|besprechen|bedanken|entschuldigen|einladen',
      scope: 'multi-step',
      nouns: 'gespräch',
      steps: `
        3 In drei Punkten aufschreiben, was du sagen oder wissen willst
        2 Überlegen, wo und wann es sich leicht redet
        2 Fragen, ob die Zeit passt
        5 Mit dem Punkt anfangen, auf den es ankommt
        2 Notieren, was ihr vereinbart habt
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
    review: {
      words: 'prüfen|durchsehen|korrigieren|testen|überarbeiten|aktualisieren|kontrollieren',
      scope: 'multi-step',
      nouns: 'korrektur',
      steps: `
        2 Es öffnen und nachsehen, wie lang es ist
        2 Zwei, drei Dinge aufschreiben, auf die du achtest
        5 Einmal schnell durchgehen und nur anstreichen
        5 Zu den ersten Stellen zurück und sagen, was nicht stimmt
        +5 Mit den nächsten Stellen weitermachen
        2 Deine Anmerkungen schicken oder abhaken
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
  },
})
