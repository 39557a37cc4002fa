import type { StarterTopic } from './taxonomy.ts';

type Row = [
	key: string,
	nameEn: string,
	nameFr: string,
	parent: string | null,
	en: string,
	fr: string
];

const rows: Row[] = [
	[
		'ai',
		'Artificial intelligence',
		'Intelligence artificielle',
		null,
		'ai, artificial intelligence, llm, gpt, chatgpt, openai, anthropic, claude, gemini, mistral, copilot, midjourney, prompt, chatbot, machine learning, deep learning, neural network, language model, training data, generative, inference, hallucination, synthetic voice, transcription, agentic, deepfake',
		'ia, intelligence artificielle, modèle de langage, générative, génératif, invite, prompt, agent conversationnel, apprentissage automatique, réseau de neurones, assistant, hallucination, transcription, voix de synthèse, traduction automatique, entraîner, résumé automatique, image générée, robot conversationnel'
	],
	[
		'security',
		'Security',
		'Cybersécurité',
		null,
		'security, cybersecurity, vulnerability, breach, ransomware, phishing, malware, password, passkey, two-factor, authentication, encryption, zero-day, exploit, hacker, attack, cve, patch, botnet, ddos, incident, leak',
		'sécurité, cybersécurité, vulnérabilité, faille, rançongiciel, hameçonnage, phishing, logiciel malveillant, mot de passe, double authentification, chiffrement, pirate, piratage, attaque, attaquant, cyberattaque, fuite de données, intrusion, correctif, sauvegarde, arnaque, anssi, fraude, usurpation, clé de sécurité'
	],
	[
		'privacy',
		'Privacy',
		'Vie privée',
		null,
		'privacy, gdpr, consent, cookie, tracker, surveillance, personal data, data protection, regulator, fine, lawsuit, ai act, dsa, dma, anonymous, ccpa, data broker, metadata, facial recognition, location data',
		'vie privée, rgpd, cnil, consentement, cookie, traceur, pistage, surveillance, données personnelles, donnée personnelle, protection des données, anonymat, pseudonyme, régulateur, amende, droit à l’oubli, règlement, confidentialité, biométrie, reconnaissance faciale, délégué, effacement, métadonnée, courtier en données, traitement de données, fichage, caméra, géolocalisation, mouchard, anonymiser'
	],
	[
		'sovereignty',
		'Digital sovereignty',
		'Souveraineté numérique',
		null,
		'cloud, sovereignty, sovereign, hosting, datacenter, data center, aws, azure, open source, vendor lock-in, infrastructure, public procurement, digital commons, interoperability, server, european, public sector, migration',
		'cloud, souveraineté, souverain, hébergement, hébergeur, centre de données, serveur, logiciel libre, open source, code source, dépendance, réversibilité, marché public, commun numérique, interopérabilité, infrastructure, collectivité, administration, nuage, fournisseur, identité numérique, européen, souverainement, logiciels libres, état, communs, autonomie, migration'
	],
	[
		'development',
		'Software and web',
		'Logiciel et web',
		null,
		'developer, programming, javascript, typescript, python, rust, golang, framework, library, api, github, git, database, sql, devops, kubernetes, docker, compiler, refactoring, debugging, release, browser, css, html, frontend, backend, webassembly, software',
		'développeur, développement, programmation, javascript, python, framework, bibliothèque, api, base de données, navigateur, compilateur, déploiement, version, logiciel, extension, dépôt, module, bogue, dette technique, test automatisé, langage'
	],
	[
		'devices',
		'Devices',
		'Appareils',
		null,
		'smartphone, iphone, android, ios, apple watch, laptop, headset, chip, gpu, semiconductor, wearable, robot, drone, battery, virtual reality, augmented reality, console, quantum',
		'smartphone, téléphone, iphone, android, ordinateur, casque, puce, semi-conducteur, montre connectée, objet connecté, robot, drone, batterie, réalité virtuelle, réalité augmentée, quantique, matériel'
	],
	[
		'marketing',
		'Marketing',
		'Marketing',
		null,
		'marketing, brand, branding, persona, positioning, loyalty, growth, funnel, lead generation, b2b, crm, customer journey, storytelling',
		'marketing, marque, persona, positionnement, fidélité, fidélisation, acquisition, tunnel, prospect, b2b, crm, parcours client, notoriété, segment'
	],
	[
		'advertising',
		'Advertising',
		'Publicité',
		'marketing',
		'advertising, advertiser, ads, ad, adtech, programmatic, ad spend, google ads, sponsor, sponsorship, cpm, cpc, banner, billboard, retargeting, media buying, commercial, agency, placement, inventory',
		'publicité, publicitaire, annonceur, annonce, régie, programmatique, achat média, parrainage, sponsor, affichage, affiche, bannière, ciblage, reciblage, enchère, budget média, spot, agence, écran publicitaire, créations publicitaires, emplacement, sponsoring, message publicitaire, marque blanche, panneau, diffusion'
	],
	[
		'search',
		'Search',
		'Référencement',
		'marketing',
		'seo, search engine, search, ranking, backlink, keyword, google search, bing, serp, indexing, crawler, snippet, organic traffic, sitemap, perplexity',
		'seo, référencement, moteur de recherche, recherche, mot-clé, indexation, classement, lien entrant, netlinking, robot d’exploration, page de résultats, trafic organique, requête, balise, maillage, redirection, plan de site, positions'
	],
	[
		'social',
		'Social networks',
		'Réseaux sociaux',
		'marketing',
		'social media, social network, facebook, instagram, tiktok, linkedin, twitter, threads, mastodon, bluesky, fediverse, youtube, snapchat, reddit, influencer, creator, community, followers, hashtag, feed, moderation, viral, whatsapp, discord, reach, algorithm, post, selfie',
		'réseau social, réseaux sociaux, facebook, instagram, tiktok, linkedin, twitter, mastodon, bluesky, fédivers, youtube, snapchat, influenceur, influence, créateur, communauté, abonné, mot-dièse, fil, modération, viral, publication, partage, plateforme, commentaire, portée, réseau décentralisé, selfie, direct, algorithme, fil d’actualité'
	],
	[
		'email',
		'E-mail and newsletters',
		'E-mail et newsletters',
		'marketing',
		'email, e-mail, newsletter, deliverability, inbox, subject line, unsubscribe, open rate, mailing list, spam, dmarc, dkim, substack, subscriber, preheader, double opt-in, click, open rates, recipient, welcome message, list',
		'email, e-mail, courriel, newsletter, infolettre, lettre, délivrabilité, boîte de réception, objet, désabonnement, désinscription, taux d’ouverture, liste de diffusion, spam, indésirable, expéditeur, dmarc, dkim, pré-en-tête, inscrit, envoi, messagerie, clic, ouverture, destinataire, segmenter, message de bienvenue, réveil, abonnement à la lettre'
	],
	[
		'media',
		'Media and content',
		'Médias et contenus',
		'marketing',
		'media, journalism, journalist, newsroom, publisher, podcast, video, streaming, editorial, content, paywall, subscription, copywriting, writing, blog, documentary, magazine, press, television, audience, interview, investigation, story',
		'média, journalisme, journaliste, rédaction, presse, éditeur, podcast, vidéo, streaming, éditorial, contenu, abonnement, écriture, blog, documentaire, magazine, télévision, radio, balado, audience, revue, reportage, récit, lecteur, numéro, une de presse, enquête, interview, plume, chronique, feuilleton'
	],
	[
		'commerce',
		'E-commerce',
		'Commerce en ligne',
		null,
		'e-commerce, ecommerce, online store, retail, retailer, marketplace, amazon, shopify, checkout, cart, delivery, shipping, payment, price, product page, return policy, second-hand, consumer, shopping',
		'e-commerce, commerce, boutique, magasin, vente, vendeur, place de marché, amazon, shopify, panier, livraison, colis, paiement, prix, fiche produit, retour, seconde main, consommateur, achat, acheteur, commande, entrepôt, remise, caisse'
	],
	[
		'data',
		'Analytics and data',
		'Mesure et données',
		null,
		'analytics, metric, measurement, dashboard, google analytics, attribution, a/b test, statistics, data, dataset, visualization, kpi, conversion rate, tracking plan, sample, benchmark, survey, matomo, analysis, correlation',
		'mesure, indicateur, tableau de bord, attribution, statistique, données, donnée, jeu de données, visualisation, dataviz, taux de conversion, échantillon, sondage, courbe, graphique, moyenne, intervalle, matomo, test a/b, entrepôt de données, tableur, mesurer, analyse, corrélation, écart, hypothèse, requête sql'
	],
	[
		'design',
		'Design and accessibility',
		'Design et accessibilité',
		null,
		'design, designer, ux, ui, user experience, interface, accessibility, wcag, figma, typography, font, color, contrast, prototype, usability, screen reader, design system, layout, icon, readable, navigation, screen',
		'design, designer, graphisme, ux, ui, ergonomie, interface, accessibilité, rgaa, figma, typographie, police, couleur, contraste, prototype, maquette, lecteur d’écran, expérience utilisateur, utilisabilité, bouton, formulaire, mise en page, icône, handicap, clavier, lisible, pictogramme, navigation, parcours, daltonien, écran'
	],
	[
		'sustainability',
		'Responsible tech',
		'Sobriété numérique',
		null,
		'sustainability, carbon, climate, energy, emissions, electricity, water, recycling, repair, green, footprint, eco-design, renewable, e-waste, refurbished, heat wave, low-tech, power consumption',
		'sobriété, écologie, écologique, carbone, climat, énergie, énergétique, émission, électricité, eau, recyclage, réparation, réparer, réparabilité, empreinte, écoconception, renouvelable, déchet, reconditionné, durable, frugal, consommation, chaleur, environnement, rse, sobre, canicule, éteindre, reconditionnement, veille, économie d’énergie, octet'
	],
	[
		'work',
		'Work and organisation',
		'Travail et organisation',
		null,
		'work, remote work, hybrid, hiring, recruitment, job, career, salary, layoff, manager, management, leadership, team, meeting, productivity, burnout, freelance, office, skill, onboarding',
		'travail, télétravail, hybride, recrutement, recruter, emploi, carrière, salaire, salarié, licenciement, management, équipe, réunion, productivité, indépendant, bureau, compétence, formation, collègue, organisation, métier, congé, entretien, poste, agenda'
	],
	[
		'business',
		'Companies and money',
		'Entreprises et finance',
		null,
		'startup, funding, venture capital, acquisition, merger, ipo, valuation, revenue, profit, investor, antitrust, monopoly, stock market, bankruptcy, subscription business, fintech, crypto, bitcoin',
		'startup, levée de fonds, capital-risque, rachat, fusion, introduction en bourse, valorisation, chiffre d’affaires, bénéfice, investisseur, monopole, position dominante, concurrence, bourse, faillite, fintech, cryptomonnaie, bitcoin, actionnaire'
	]
];

/**
 * What a technology and marketing newsletter writes about, in both languages: the topics of a new
 * publication, to be renamed, merged and added to.
 */
export const starter: readonly StarterTopic[] = rows.map(
	([key, nameEn, nameFr, parent, en, fr], color) => ({
		key,
		nameEn,
		nameFr,
		words: { en: en.split(', '), fr: fr.split(', ') },
		parent,
		color
	})
);
