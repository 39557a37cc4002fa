// Long, because it is a list: what each topic is called, and its words.
import type { PackWords } from './keys.ts';

/** Packs of topics in French. */
export const fr: PackWords = {
	packs: {
		technology: 'Technologie',
		marketing: 'Marketing',
		'local-news': 'Actualité locale',
		culture: 'Culture',
		food: 'Cuisine',
		education: 'Éducation',
		'public-sector': 'Secteur public',
		science: 'Sciences',
		finance: 'Finance',
		sport: 'Sport'
	},
	topics: {
		// technology
		ai: [
			'Intelligence artificielle',
			'ia, intelligence artificielle, modèle de langage, générative, génératif, invite, prompt, agent conversationnel, apprentissage automatique, réseau de neurones, assistant, hallucination, transcription, voix de synthèse, traduction automatique, entraîner, résumé automatique, image générée, robot conversationnel'
		],
		security: [
			'Cybersécurité',
			'sécurité, cybersécurité, vulnérabilité, faille, rançongiciel, hameçonnage, phishing, logiciel malveillant, mot de passe, double authentification, chiffrement, pirate, piratage, attaque, attaquant, cyberattaque, fuite de données, intrusion, correctif, sauvegarde, arnaque, anssi, fraude, usurpation, clé de sécurité'
		],
		privacy: [
			'Vie privée',
			'vie privée, rgpd, cnil, consentement, cookie, traceur, pistage, surveillance, données personnelles, donnée personnelle, protection des données, anonymat, pseudonyme, régulateur, amende, droit à l’oubli, règlement, confidentialité, biométrie, reconnaissance faciale, délégué, effacement, métadonnée, courtier en données, traitement de données, fichage, caméra, géolocalisation, mouchard, anonymiser'
		],
		sovereignty: [
			'Souveraineté numérique',
			'cloud, souveraineté, souverain, hébergement, hébergeur, centre de données, serveur, logiciel libre, open source, code source, dépendance, réversibilité, marché public, commun numérique, interopérabilité, infrastructure, collectivité, administration, nuage, fournisseur, identité numérique, européen, souverainement, logiciels libres, état, communs, autonomie, migration'
		],
		development: [
			'Logiciel et web',
			'développeur, développement, programmation, javascript, python, framework, bibliothèque, api, base de données, navigateur, compilateur, déploiement, version, logiciel, extension, dépôt, module, bogue, dette technique, test automatisé, langage'
		],
		devices: [
			'Appareils',
			'smartphone, téléphone, iphone, android, ordinateur, casque, puce, semi-conducteur, montre connectée, objet connecté, robot, drone, batterie, réalité virtuelle, réalité augmentée, quantique, matériel'
		],
		design: [
			'Design et accessibilité',
			'design, designer, graphisme, ux, ui, ergonomie, interface, accessibilité, rgaa, figma, typographie, police, couleur, contraste, prototype, maquette, lecteur d’écran, expérience utilisateur, utilisabilité, bouton, formulaire, mise en page, icône, handicap, clavier, lisible, pictogramme, navigation, parcours, daltonien, écran'
		],
		sustainability: [
			'Sobriété numérique',
			'sobriété, écologie, écologique, carbone, climat, énergie, énergétique, émission, électricité, eau, recyclage, réparation, réparer, réparabilité, empreinte, écoconception, renouvelable, déchet, reconditionné, durable, frugal, consommation, chaleur, environnement, rse, sobre, canicule, éteindre, reconditionnement, veille, économie d’énergie, octet'
		],
		work: [
			'Travail et organisation',
			'travail, télétravail, hybride, recrutement, recruter, emploi, carrière, salaire, salarié, licenciement, management, équipe, réunion, productivité, indépendant, bureau, compétence, formation, collègue, organisation, métier, congé, entretien, poste, agenda'
		],
		business: [
			'Entreprises et finance',
			'startup, levée de fonds, capital-risque, rachat, fusion, introduction en bourse, valorisation, chiffre d’affaires, bénéfice, investisseur, monopole, position dominante, concurrence, bourse, faillite, fintech, cryptomonnaie, bitcoin, actionnaire'
		],
		// marketing
		marketing: [
			'Marketing',
			'marketing, marque, persona, positionnement, fidélité, fidélisation, acquisition, tunnel, prospect, b2b, crm, parcours client, notoriété, segment'
		],
		advertising: [
			'Publicité',
			'publicité, publicitaire, annonceur, annonce, régie, programmatique, achat média, parrainage, sponsor, affichage, affiche, bannière, ciblage, reciblage, enchère, budget média, spot, agence, écran publicitaire, créations publicitaires, emplacement, sponsoring, message publicitaire, marque blanche, panneau, diffusion'
		],
		search: [
			'Référencement',
			'seo, référencement, moteur de recherche, recherche, mot-clé, indexation, classement, lien entrant, netlinking, robot d’exploration, page de résultats, trafic organique, requête, balise, maillage, redirection, plan de site, positions'
		],
		social: [
			'Réseaux sociaux',
			'réseau social, réseaux sociaux, facebook, instagram, tiktok, linkedin, twitter, mastodon, bluesky, fédivers, youtube, snapchat, influenceur, influence, créateur, communauté, abonné, mot-dièse, fil, modération, viral, publication, partage, plateforme, commentaire, portée, réseau décentralisé, selfie, direct, algorithme, fil d’actualité'
		],
		email: [
			'E-mail et newsletters',
			'email, e-mail, courriel, newsletter, infolettre, lettre, délivrabilité, boîte de réception, objet, désabonnement, désinscription, taux d’ouverture, liste de diffusion, spam, indésirable, expéditeur, dmarc, dkim, pré-en-tête, inscrit, envoi, messagerie, clic, ouverture, destinataire, segmenter, message de bienvenue, réveil, abonnement à la lettre'
		],
		media: [
			'Médias et contenus',
			'média, journalisme, journaliste, rédaction, presse, éditeur, podcast, vidéo, streaming, éditorial, contenu, abonnement, écriture, blog, documentaire, magazine, télévision, radio, balado, audience, revue, reportage, récit, lecteur, numéro, une de presse, enquête, interview, plume, chronique, feuilleton'
		],
		commerce: [
			'Commerce en ligne',
			'e-commerce, commerce, boutique, magasin, vente, vendeur, place de marché, amazon, shopify, panier, livraison, colis, paiement, prix, fiche produit, retour, seconde main, consommateur, achat, acheteur, commande, entrepôt, remise, caisse'
		],
		data: [
			'Mesure et données',
			'mesure, indicateur, tableau de bord, attribution, statistique, données, donnée, jeu de données, visualisation, dataviz, taux de conversion, échantillon, sondage, courbe, graphique, moyenne, intervalle, matomo, test a/b, entrepôt de données, tableur, mesurer, analyse, corrélation, écart, hypothèse, requête sql'
		],
		// local-news
		'town-hall': [
			'Vie municipale',
			'mairie, conseil municipal, maire, élu, adjoint, municipalité, commune, arrêté, pétition, réunion publique, intercommunalité, élections municipales'
		],
		roads: [
			'Voirie et transports',
			'voirie, travaux, bus, tramway, gare, piste cyclable, stationnement, circulation, pont, trottoir, horaires, déviation, carrefour'
		],
		housing: [
			'Logement et urbanisme',
			'logement, urbanisme, permis de construire, promoteur, loyer, locataire, quartier, chantier, démolition, foncier, hlm, plan local d’urbanisme'
		],
		'local-business': [
			'Commerces et économie',
			'commerçant, ouverture, fermeture, marché, centre-ville, employeur, usine, emplois, artisan, entreprise locale, zone d’activité'
		],
		courts: [
			'Faits divers et justice',
			'police, gendarmerie, tribunal, procès, condamnation, interpellation, vol, pompiers, accident, agression, incendie, procureur'
		],
		associations: [
			'Vie associative',
			'bénévole, association, kermesse, club, collecte, habitants, salle des fêtes, banque alimentaire, solidarité, forum des associations'
		],
		environment: [
			'Nature et environnement',
			'rivière, inondation, déchets, tri, parc, arbres, qualité de l’air, faune, sécheresse, pollution, déchetterie, encombrants'
		],
		// culture
		books: [
			'Livres',
			'livre, roman, auteur, autrice, éditeur, librairie, bibliothèque, médiathèque, lecture, essai, poésie, prix littéraire, rentrée littéraire'
		],
		film: [
			'Cinéma et séries',
			'film, cinéma, réalisateur, réalisatrice, série, projection, documentaire, acteur, actrice, court métrage, saison, salle obscure'
		],
		music: [
			'Musique',
			'concert, album, chanson, groupe, chanteur, chanteuse, orchestre, chœur, chorale, opéra, jazz, compositeur, vinyle, tournée'
		],
		stage: [
			'Théâtre et danse',
			'théâtre, pièce, scène, danse, ballet, chorégraphe, cirque, humour, première, metteur en scène, spectacle, comédien'
		],
		exhibitions: [
			'Arts et expositions',
			'exposition, musée, galerie, peinture, sculpture, photographie, artiste, commissaire, dessin, collection, vernissage'
		],
		heritage: [
			'Patrimoine et histoire',
			'patrimoine, monument, archéologie, archives, château, restauration du patrimoine, historien, fouilles, cathédrale, journées du patrimoine'
		],
		games: [
			'Jeux et bande dessinée',
			'jeu vidéo, jeu de société, bande dessinée, manga, roman graphique, joueur, dessinateur, album de bd'
		],
		// food
		recipes: [
			'Recettes',
			'recette, four, cuisson, mijoter, pâte, sauce, assaisonnement, ingrédient, mélanger, rôtir'
		],
		baking: [
			'Pains et pâtisseries',
			'pain, levain, farine, pâtisserie, gâteau, brioche, croissant, levure, beurre, chocolat, tarte'
		],
		vegetables: [
			'Fruits et légumes',
			'légume, fruit, tomate, courge, chou, pomme, de saison, salade, champignon, haricot, amap'
		],
		'meat-fish': [
			'Viandes et poissons',
			'viande, bœuf, agneau, volaille, poisson, fruits de mer, boucher, poissonnier, charcuterie'
		],
		cheese: [
			'Fromages et produits laitiers',
			'fromage, laitier, lait, chèvre, yaourt, crème, affineur, lait cru'
		],
		drinks: [
			'Vins et boissons',
			'vin, vignoble, vigneron, bière, brasserie artisanale, cidre, cocktail, café, thé, millésime'
		],
		restaurants: [
			'Restaurants et chefs',
			'restaurant, chef, cheffe, menu, bistrot, étoile, brigade, table, dégustation, cantine'
		],
		// education
		teaching: [
			'Enseignement',
			'enseignant, enseignante, cours, classe, programme scolaire, pédagogie, devoirs, évaluation, professeur'
		],
		schools: [
			'Écoles',
			'école, élève, collège, lycée, directeur d’école, cantine, récréation, maternelle, périscolaire'
		],
		'higher-education': [
			'Enseignement supérieur',
			'université, étudiant, étudiante, licence universitaire, maître de conférences, campus, doctorat, parcoursup, master'
		],
		edtech: [
			'Numérique éducatif',
			'e-learning, mooc, cours en ligne, plateforme d’apprentissage, tablette, moodle, temps d’écran, classe virtuelle'
		],
		training: [
			'Formation et orientation',
			'apprentissage, formation professionnelle, stage, orientation, certification, alternance, formation continue, stagiaire'
		],
		inclusion: [
			'Inclusion et bien-être',
			'inclusion, dyslexie, handicap, harcèlement, aesh, bien-être, assiduité, absentéisme, décrochage'
		],
		'education-policy': [
			'Politique éducative',
			'ministre de l’éducation, réforme, moyens, syndicat, grève, rectorat, examen, baccalauréat, brevet'
		],
		// public-sector
		'public-finance': [
			'Finances publiques',
			'budget, impôt, taxe foncière, déficit, subvention, dotation, cour des comptes, fiscalité, emprunt'
		],
		procurement: [
			'Commande publique',
			'commande publique, appel d’offres, marché public, attributaire, accord-cadre, soumissionnaire'
		],
		staff: [
			'Fonction publique',
			'fonctionnaire, fonction publique, agent public, grille indiciaire, concours, contractuel, point d’indice'
		],
		'e-government': [
			'Services numériques',
			'démarche en ligne, service numérique, identité numérique, open data, guichet unique, dématérialisation'
		],
		'local-government': [
			'Collectivités',
			'collectivité, département, région, décentralisation, intercommunalité, métropole, préfet, communes'
		],
		'law-making': [
			'Lois et règlements',
			'projet de loi, loi, décret, règlement, parlement, amendement, directive, consultation, jurisprudence'
		],
		'health-social': [
			'Santé et social',
			'hôpital, action sociale, allocations, retraite, santé publique, ehpad, aidants, dépendance'
		],
		// science
		space: [
			'Espace et astronomie',
			'espace, fusée, satellite, télescope, planète, galaxie, astronaute, orbite, comète, lune'
		],
		'climate-science': [
			'Climat et Terre',
			'climat, réchauffement, glacier, océan, volcan, séisme, cycle du carbone, giec, sécheresse'
		],
		biology: [
			'Biologie',
			'cellule, gène, adn, protéine, bactérie, évolution, espèce, crispr, microbe, génome'
		],
		medicine: [
			'Médecine et santé',
			'essai clinique, vaccin, virus, cancer, patient, thérapie, médicament, épidémie, diagnostic'
		],
		physics: [
			'Physique et chimie',
			'quantique, particule, collisionneur, supraconducteur, laser, molécule, catalyseur, fusion nucléaire, batterie'
		],
		mathematics: [
			'Mathématiques',
			'mathématiques, théorème, démonstration, nombre premier, géométrie, conjecture, algèbre, probabilité'
		],
		'research-life': [
			'Recherche et publication',
			'évaluation par les pairs, prépublication, revue scientifique, laboratoire, financement de la recherche, rétractation, postdoc, reproductibilité'
		],
		// finance
		markets: [
			'Marchés',
			'bourse, actions, indice boursier, obligation, rendement, rebond, volatilité, dividende, cac 40, cotation'
		],
		'central-banks': [
			'Taux et banques centrales',
			'taux d’intérêt, banque centrale, inflation, réserve fédérale, bce, politique monétaire, taux directeur'
		],
		banking: [
			'Banques et assurances',
			'banque, prêteur, assureur, dépôt, crédit, fonds propres, assurance, solvabilité'
		],
		saving: [
			'Épargne et retraite',
			'épargne, retraite, fonds, portefeuille, allocation d’actifs, etf, assurance-vie, livret, rente'
		],
		property: [
			'Immobilier',
			'immobilier, prix des logements, prêt immobilier, bailleur, loyer, construction, notaire'
		],
		taxation: [
			'Fiscalité',
			'impôt, fiscalité, déclaration de revenus, tva, déduction, plus-value, fisc'
		],
		crypto: [
			'Crypto et fintech',
			'crypto, cryptomonnaie, bitcoin, ethereum, stablecoin, blockchain, fintech, néobanque, portefeuille numérique'
		],
		// sport
		football: [
			'Football',
			'football, but, attaquant, gardien, ligue 1, transfert, coupe du monde, penalty, arbitre'
		],
		rugby: ['Rugby', 'rugby, mêlée, essai, six nations, ouvreur, top 14, transformation'],
		cycling: [
			'Cyclisme',
			'cyclisme, peloton, étape, col, maillot jaune, contre-la-montre, vélodrome, échappée'
		],
		running: [
			'Course à pied et athlétisme',
			'course à pied, marathon, coureur, sprint, trail, piste, athlétisme, fractionné, record personnel'
		],
		tennis: [
			'Sports de raquette',
			'tennis, service, set, grand chelem, padel, badminton, tennis de table, terre battue, roland-garros'
		],
		'team-sports': [
			'Sports de salle',
			'basket, handball, volley, nba, dunk, parquet, hockey sur glace, futsal'
		],
		'water-winter': [
			'Sports d’eau et d’hiver',
			'natation, voile, surf, ski, snowboard, régate, bassin, biathlon, aviron'
		],
		fitness: [
			'Entraînement et santé',
			'entraînement, musculation, nutrition, blessure, kinésithérapeute, entraîneur, étirements, récupération'
		]
	}
};
