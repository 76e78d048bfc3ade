import type { VerbTemplates } from '../split-language.ts'

/** German outlines of what is done at a desk or with other people. */
export const germanDesk = (): VerbTemplates => ({
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
})
