/** The issue that comes next, as far as its editor has it: what the sample's forecast is of. */
export const nextDraft = `---
title: "Marée haute #178 – Où l’on compte ce qui compte"
number: 178
date: 2026-11-26
---

# Où l’on compte ce qui compte

Une lectrice nous demande comment nous choisissons nos sujets. [Nos critères](https://journal.example.com/nos-criteres-de-choix) tiennent en une page, et le courrier en corrige un sur trois.

Compter n’est pas juger. [Une rédaction voisine](https://www.banc-dessai.example.com/articles/compter-n-est-pas-juger) a retiré le classement de ses articles de l’écran commun : on y discute mieux, et on y lit davantage le courrier.

À jeudi, même heure, même quai.

## La prise de la semaine

### 🪑 Une semaine sans réunion, et la suite

Par Maud Kerivel

Quarante équipes ont essayé. La moitié a gardé deux jours sans réunion, et personne n’a rétabli celle du lundi matin.

- Décider d’avance de ce qui reste permis.
- Écrire les décisions au même endroit.
- Recompter après un mois, pas après une semaine.

[Lire l’article](https://blog.grandlarge.example.net/p/une-semaine-sans-reunion)

## Dans le filet

### 📏 Trois indicateurs pour une newsletter, pas douze

Par Ismaël Ferrand

Un tableau de bord plus court, relu chaque mois par toute l’équipe. Les mesures que personne ne lisait ont disparu.

[En savoir plus](https://media.lagune.example.org/trois-indicateurs-pour-une-newsletter)

### 📰 La radio associative ouvre ses archives sonores

Par Maud Kerivel

Douze mille heures d’émissions, indexées par des auditeurs, avec un lecteur qui tient dans une page.

[En savoir plus](https://communs.example.org/p/la-radio-associative-ouvre-ses-archives)

### 🤝 Un hébergement qui dit d’où vient son courant

*En partenariat avec Hébergeur du Large*

Des serveurs à quelques kilomètres de la mer, et une facture qui montre l’électricité de chaque mois.

[Découvrir](https://hebergeur-du-large.example.com/offre?code=phare-178)

### 🔐 Une mairie change ses mots de passe pour des clés

Par Ismaël Ferrand

Deux cents agents, une journée de formation, et un service d’assistance qui reçoit trois fois moins d’appels.

[Lire la suite](https://www.banc-dessai.example.com/articles/une-mairie-passe-aux-cles)

### 🌱 Un site qui pèse dix fois moins

Par Maud Kerivel

Sans vidéo qui démarre seule ni police exotique. Les pages s’ouvrent dans le train, et les lecteurs restent.

[En savoir plus](https://atelier-web.example.com/un-site-qui-pese-dix-fois-moins)

## À garder sous la main

### 🧺 Le guide des frais de port affichés dès le départ

Par Ismaël Ferrand

Douze boutiques comparées, des captures d’écran, et une méthode pour l’essayer un mois.

[En savoir plus](https://www.quotidien-du-net.example.com/guide-frais-de-port)
`;
