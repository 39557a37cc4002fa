import type { Row } from '../rows.ts';

/** What a technology newsletter writes about. */
export const technology: readonly Row[] = [
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
