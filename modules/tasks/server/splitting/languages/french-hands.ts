import type { VerbTemplates } from '../split-language.ts'

/** French outlines of what is done with the hands or on foot. */
export const frenchHands = (): VerbTemplates => ({
  clean: {
    words: 'nettoyer|ranger|laver|balayer|aspirer|faire le ménage|faire la vaisselle|faire la lessive',
    scope: 'multi-step',
    nouns: 'ménage|vaisselle|lessive|cuisine|garage|vitres|bureau',
    steps: `
      2 Mettre de la musique et ouvrir une fenêtre
      3 Prendre un sac et ramasser ce qui se jette
      5 Rapporter à sa place ce qui vient d’ailleurs
      +5 Vider entièrement une surface
      5 L’essuyer, puis la suivante
      ++5 Faire le coin qu’on oublie toujours
      +5 Faire le sol, du fond vers la porte
      2 Sortir le sac et regarder ce qui est fait
    `,
  },
  fix: {
    words: 'réparer|corriger|dépanner|résoudre|remplacer|déboguer',
    scope: 'multi-step',
    nouns: 'panne|fuite|bug|erreur',
    steps: `
      5 Regarder : qu’est-ce qui ne va pas, et quand
      3 Écrire comment cela devrait être
      +5 Chercher quelqu’un qui a eu la même chose
      3 Poser devant soi outils et pièces
      5 Essayer la cause la plus probable, un changement à la fois
      ++5 Essayer la suivante
      +3 Vérifier que cela marche et que rien d’autre n’a cassé
      2 Ranger et noter ce que c’était
    `,
  },
  buy: {
    words: 'acheter|commander|faire les courses|se procurer',
    scope: 'multi-step',
    nouns: 'courses|cadeau',
    steps: `
      2 Écrire ce qu’il faut que ce soit et ce que cela peut coûter
      2 Voir s’il y en a déjà un, ou qui en prêterait
      +5 En regarder trois qui iraient
      +3 Les comparer sur les deux choses qui comptent
      3 En choisir un et arrêter de chercher
      5 L’acheter : panier, adresse, payer
      2 Noter quand il arrive et jusqu’à quand il peut être rendu
    `,
  },
  cook: {
    words: 'cuisiner|cuire|faire à manger|préparer le repas',
    scope: 'multi-step',
    nouns: 'dîner|déjeuner|repas|gâteau',
    steps: `
      3 Choisir le plat et lire la recette une fois
      3 Voir ce qu’il y a et noter ce qui manque
      3 Dégager le plan de travail et tout sortir
      5 Laver et couper
      5 Mettre à cuire ce qui prend le plus de temps
      +5 Faire la suite pendant que cela cuit
      2 Goûter et mettre la table
    `,
  },
  build: {
    words: 'construire|faire|créer|développer|programmer|installer|monter|configurer|concevoir|peindre',
    scope: 'multi-step',
    nouns: 'site|étagère|application',
    steps: `
      3 Écrire ou dessiner ce que cela saura faire
      3 Poser devant soi outils, pièces ou fichiers
      2 Choisir le plus petit morceau qui marche seul
      5 Faire ce morceau, même laid
      +5 L’essayer et noter ce qui ne va pas
      +5 Corriger le pire
      ++5 Faire le morceau suivant
      2 Enregistrer ou ranger, et noter où reprendre
    `,
  },
  sort: {
    words: 'trier|classer|archiver|vider|numériser|sauvegarder|supprimer',
    scope: 'multi-step',
    nouns: 'photos|papiers|armoire|grenier|cave|reçus',
    steps: `
      2 Faire un seul tas, ou ouvrir le dossier
      2 Faire trois places : garder, donner, jeter
      5 Prendre ce qui est dessus et décider aussitôt, pièce par pièce
      5 Continuer avec la poignée suivante
      +5 Continuer : ce qui demande plus d’un souffle va sur un quatrième tas
      ++5 Décider du quatrième tas
      3 Ranger ce qui reste
      2 Sortir ce qui part
    `,
  },
  bring: {
    words: 'envoyer|poster|rendre|apporter|déposer|aller chercher|récupérer|rapporter',
    scope: 'multi-step',
    nouns: 'colis|poste|pharmacie|ordonnance',
    steps: `
      2 Le poser près de la porte avec ce qui va avec
      2 Regarder où il va et jusqu’à quand c’est ouvert
      +5 L’emballer et écrire l’adresse
      3 Mettre ses chaussures, prendre clés et argent
      5 Y aller
      2 Garder le reçu ou le numéro
    `,
  },
})
