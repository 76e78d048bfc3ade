import type { VerbTemplates } from '../split-language.ts'

/** French outlines of what is done at a desk or with other people. */
export const frenchDesk = (): VerbTemplates => ({
  write: {
    words: 'écrire|rédiger|composer|réécrire|rediger',
    scope: 'multi-step',
    nouns: 'rapport|article|lettre|mémoire|discours|compte rendu',
    steps: `
      2 Ouvrir une page blanche et mettre un titre provisoire
      3 Dire en une phrase qui le lira et ce qu’il faut qu’on en retienne
      5 Noter les trois à cinq points qui doivent y être
      2 Mettre les points dans l’ordre
      5 Écrire le premier point, en gros
      +5 Écrire le suivant, sans revenir en arrière
      ++5 Écrire le plus difficile, mal d’abord
      +5 Compléter ce qui manque : noms, chiffres, liens
      +5 Lire une fois à voix haute et corriger ce qui accroche
      2 L’envoyer ou le ranger à sa place
    `,
    parts: `
      1 Décider qui le lira et ce qu’il doit dire
      2 Chercher ce qui manque
      1 Planifier l’ordre des points
      4 Écrire le premier jet
      2 Relire d’un œil neuf
      1 Envoyer à qui attend
    `,
  },
  answer: {
    words: 'répondre|répondre à|envoyer un mail|écrire à',
    scope: 'multi-step',
    nouns: 'mail|mails|courriel|message|messages',
    steps: `
      2 Ouvrir le dernier message et le lire une fois, lentement
      2 Noter en quelques mots ce qui est demandé et ce que vous voulez dire
      +3 Chercher ce qu’il faut : une date, un fichier, un chiffre
      5 Écrire la réponse : l’essentiel d’abord
      2 La relire avec les yeux de l’autre et l’envoyer
    `,
  },
  call: {
    words: 'appeler|téléphoner|rappeler|téléphoner à',
    scope: 'multi-step',
    nouns: 'appel',
    steps: `
      2 Trouver le numéro et les heures où l’on répond
      3 Écrire ce que vous attendez de l’appel et la première phrase
      +2 Poser devant soi papiers et dates
      5 Composer et dire la première phrase
      2 Noter ce qui est convenu, avec une date
    `,
  },
  plan: {
    words: 'planifier|organiser|préparer le voyage|programmer',
    scope: 'project',
    nouns: 'fête|mariage|vacances|voyage|anniversaire|atelier',
    steps: `
      3 Écrire en une phrase à quoi cela doit aboutir
      3 Écrire ce qui est fixé : dates, argent, personnes
      5 Noter tout ce qu’il faut, en désordre
      +3 Marquer ce qui doit venir d’abord
      +5 Donner une date et un nom aux trois premières choses
      3 Mettre les dates dans l’agenda
      2 Dire aux autres ce qui est prévu
    `,
    parts: `
      1 Décider à quoi cela doit aboutir et ce que cela peut coûter
      2 Chercher ce qui est possible : dates, lieux, prix
      1 Demander aux autres ce qui leur convient
      2 Choisir la date, le lieu et qui fait quoi
      2 Réserver ce qui doit l’être
      2 Préparer ce qu’il faut pour le jour même
    `,
  },
  learn: {
    words: 'apprendre|étudier|réviser|pratiquer',
    scope: 'multi-step',
    nouns: 'examen|vocabulaire|devoirs',
    steps: `
      2 Choisir un petit morceau pour aujourd’hui
      3 Écrire ce que vous en savez déjà
      5 Lire ou regarder ce morceau, sans notes
      5 Fermer et écrire ce qui est resté
      +3 Chercher ce qui manquait
      +5 Faire un exercice
      ++5 L’expliquer à voix haute comme à un ami
      2 Noter la suite, et quand
    `,
  },
  read: {
    words: 'lire|relire|parcourir',
    scope: 'multi-step',
    nouns: 'livre|chapitre',
    steps: `
      2 Poser la lecture devant soi et tout le reste ailleurs
      2 Se poser une question à laquelle elle doit répondre
      3 Regarder les titres, les images et la dernière page
      5 Lire la première partie, un crayon à la main
      +5 Lire la suivante
      ++5 Lire celle d’après
      3 Écrire la réponse en deux phrases
    `,
  },
  research: {
    words: 'chercher|rechercher|trouver|comparer|se renseigner|regarder',
    scope: 'multi-step',
    nouns: 'devis|recherche',
    steps: `
      2 Écrire la question en une phrase
      2 Écrire à quel point la réponse doit être bonne
      5 Chercher et ouvrir trois pages qui semblent justes
      5 Lire la première et noter ce qu’elle dit
      +5 Lire la deuxième et la troisième
      +2 Demander à quelqu’un qui sait : un message
      3 Écrire la réponse et ce qui reste ouvert
    `,
  },
  decide: {
    words: 'décider|choisir|décider de',
    scope: 'multi-step',
    nouns: 'décision',
    steps: `
      2 Écrire ce qui est à décider, et pour quand
      3 Noter ce qui est possible, ne rien faire compris
      3 Écrire les deux choses qui comptent le plus
      +5 Noter chaque choix sur ces deux-là
      2 Décider et écrire pourquoi
      2 Le dire à qui doit le savoir
    `,
  },
  pay: {
    words:
      "payer|régler|remplir|déclarer|demander|renouveler|résilier|inscrire|s'inscrire|signer|envoyer le formulaire",
    scope: 'multi-step',
    nouns: 'facture|factures|impôts|formulaire|dossier|passeport|assurance|loyer',
    steps: `
      2 Ouvrir la lettre, le formulaire ou la page
      2 Lire ce qui est demandé, et pour quand
      5 Poser devant soi les papiers et les chiffres
      5 Remplir ce que vous savez et marquer le reste
      +5 Chercher ce qui est marqué
      +3 Relire une fois : nom, date, montant
      2 Envoyer ou payer
      2 Ranger le reçu là où vous le trouverez
    `,
  },
  prepare: {
    words: 'préparer|répéter|présenter',
    scope: 'multi-step',
    nouns: 'présentation|exposé|réunion|entretien',
    steps: `
      2 Regarder quand et où c’est, et qui vient
      3 Écrire ce qui doit en sortir
      5 Noter ce qu’il faut pour cela
      +5 Faire le plus important
      ++5 Faire le suivant
      +5 Le dire une fois du début à la fin
      3 Tout poser au même endroit
    `,
  },
  book: {
    words: 'réserver|prendre rendez-vous|prendre un rendez-vous|prendre',
    scope: 'multi-step',
    nouns: 'rendez-vous|dentiste|médecin|coiffeur|hôtel|vol|billets|table',
    steps: `
      2 Chercher dans l’agenda deux ou trois moments qui conviennent
      2 Trouver le numéro ou la page
      +3 Poser devant soi ce qu’on demandera : nom, numéro, dates
      5 Réserver
      2 Le mettre dans l’agenda, avec l’adresse
    `,
  },
})
