import type { Row } from '../rows.ts';

/** What a marketing newsletter writes about. */
export const marketing: readonly Row[] = [
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
	]
];
