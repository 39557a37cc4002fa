// long: it is a list of words, not logic

import type { ExportWords } from './words.ts';

export const fr: ExportWords = {
	headers: {
		address: [
			'courriel',
			'(adresse|address)( (e ?mail|mail|electronique|courriel|de courriel|de messagerie))?',
			'(e ?mail|mail) adresse',
			'destinataire',
			'abonnee?',
			'lecteur',
			'contact'
		],
		at: [
			'date (et )?heure',
			'heure',
			'horodatage',
			'quand',
			'(par )?jour',
			'date (de l |d |de |du )?(evenement|action|activite)',
			'(date|heure|date et heure) (d |de |du |de l )?(clic|ouverture|envoi|livraison|reception|remise)',
			'(clique|ouvert|recu|envoye|livre) le'
		],
		linkName: [
			'(nom|libelle|texte|intitule|titre|alias)( du| de la| de)? (lien|bouton|cta)',
			'lien texte',
			'ancre',
			'bouton'
		],
		url: [
			'lien( clique)?',
			'(url|lien|adresse) (du lien|cliquee?|clique|de destination)',
			'cible',
			'adresse web',
			'page d (entree|arrivee)',
			'page de destination( \\+ chaine de requete)?'
		],
		event: [
			'type (d evenement|d action|d activite)',
			'evenements?',
			'nom de l evenement',
			'activite',
			'statut de l evenement'
		],
		campaign: [
			'campagne',
			'(id|code|identifiant)( de)?( la)? campagne',
			'lettre',
			'envoi',
			'n operation',
			'id envoi',
			'campagne (utm|de la session|de session)'
		],
		campaignName: [
			'nom (de la campagne|campagne|de l operation|du message|de l envoi)',
			'titre de la campagne'
		],
		subject: ['objet( du (message|mail|courriel))?', 'sujet', 'titre'],
		sentAt: ['date d envoi', 'envoyee? le', 'date de (publication|parution|diffusion)'],
		status: [
			'statut( (d |de l |de |du )?(e ?mail|abonnee?|abonnement|inscription|contact))?',
			'etat'
		],
		joined: [
			'(date|jour) (d |de l |de )?opt ?in',
			'opt ?in',
			'(date d )?adhesion',
			'ajout(ee?)?',
			'creee?',
			'(membre|client|cliente|lecteur|lectrice|adherente?|abonnee?|donateur|donatrice|inscrite?|contact|utilisateur) depuis( le)?',
			'date (de creation|d inscription|d abonnement|d ajout)',
			'inscrite? le',
			'abonnee? (le|depuis)',
			'inscription',
			'horodateur',
			'contact ajoute le',
			'(ajoute|cree) le',
			'arrivee',
			'date d entree'
		],
		left: [
			'(date|jour) (d |de l |de )?opt ?out',
			'opt ?out',
			'(desabonne|desinscrit)',
			'date de (desinscription|desabonnement|depart)',
			'desinscrite? le',
			'desabonnee? le',
			'depart',
			'desinscription',
			'desabonnement',
			'resiliation',
			'date de (resiliation|sortie)'
		],
		channel: [
			'canal',
			'provenance',
			'origine',
			'(source|canal|campagne) d acquisition',
			'plateforme',
			'regie',
			'source (support )?de la session',
			'groupe de canaux( par defaut)?'
		],
		country: ['pays', 'code pays'],
		device: ['appareil', 'terminal', 'type d appareil'],
		agent: ['navigateur', '(client|logiciel|application) (de )?(messagerie|e ?mail|courriel)'],
		total: [
			'(clics|ouvertures) (total|au total)',
			'clics',
			'ouvertures',
			'(nb|nombre|nombre total) de? ?(clics|ouvertures)',
			'(nb|nombre) d ouvertures',
			'total (des )?(clics|ouvertures)',
			'(clics|ouvertures) (totaux|totales)',
			'ouverts?',
			'cliques?',
			'nombre'
		],
		unique: [
			'(clics|ouvertures) unique',
			'(nombre|nb)( de| d)? (cliqueurs|ouvreurs|personnes|lecteurs|clics uniques)( uniques)?',
			'(clics|ouvertures) uniques',
			'cliqueurs',
			'ouvreurs',
			'personnes',
			'nombre (de cliqueurs|d ouvreurs)'
		],
		reach: [
			'(nombre d |nb d )?impressions',
			'expositions?',
			'affichages?',
			'nombre d affichages',
			'portee',
			'montre a',
			'vu par'
		],
		topics: ['thematiques?', 'etiquettes?', 'categories?', 'mots? cles?', 'themes?'],
		author: [
			'auteure?s?',
			'auteur e s',
			'autrices?',
			'ecrit par',
			'redige par',
			'journalistes?',
			'redacteurs?',
			'redactrices?'
		],
		item: ['breves?', 'titre', 'sujet', 'titre de l article'],
		issue: [
			'(n|no|numero)( de)?( la| l)? ?(lettre|infolettre|newsletter|edition)',
			'numeros?',
			'(n|numero)( d)? (edition|issue)'
		],
		amount: [
			'dons?',
			'cotisations?',
			'prix (de vente|paye)',
			'total (paye|regle|net|brut|de la commande)',
			'(ca|chiffre d affaires) (ht|net|brut)',
			'montants?',
			'depenses?',
			'investissements?',
			'couts?',
			'prix',
			'tarif',
			'revenus?',
			'ca',
			'chiffre d affaires',
			'ventes?',
			'recettes?',
			'total (ttc|ht)',
			'(revenus?|montant|valeur|ventes?) (total|totale|totaux|totales|depensee?)',
			'valeur',
			'(montant|prix|ca) ttc',
			'gains?',
			'commissions?'
		],
		currency: ['devise', 'monnaie'],
		from: [
			'debut',
			'date (de )?debut',
			'debut (des rapports|du rapport|de periode)',
			'du',
			'a partir du',
			'mois',
			'semaine',
			'periode',
			'plage de dates'
		],
		to: ['fin', 'date (de )?fin', 'fin (des rapports|du rapport|de periode)', 'au', 'jusqu au'],
		sponsor: ['annonceurs?', 'partenaires?', 'marque'],
		machine: ['ouverture (automatique|machine)', 'est un robot'],
		alias: [
			'id (abonne|contact|lecteur|destinataire|client)',
			'identifiant (abonne|contact|lecteur|destinataire|client|du contact|de l abonne|du lecteur)',
			'(hash|empreinte|cle|jeton) (abonne|contact|lecteur|destinataire|e ?mail|de l adresse|de l e ?mail)',
			'(e ?mail|adresse|abonne|contact) (hache|md5|sha ?(1|256))e?'
		],
		guaranteed: [
			'clics (promis|vendus|commandes)',
			'clics garantis',
			'garantie?',
			'objectif de clics'
		],
		conversions: [
			'evenements? cles?',
			'achats?',
			'commandes?',
			'(nombre|nb) (de |d )?(conversions?|commandes?|achats?|ventes?|inscriptions?)'
		],
		sessions: ['visites?', '(nombre|nb) de (sessions|visites)'],
		host: ['nom d hote', 'hote']
	},
	times: {
		before: 'date et heure|date|heure|jour',
		of: 'de la|de l|du|des|de|d|l',
		after: 'le',
		stems: {
			at: 'clic|clique|ouvert(e|ure)?|lecture|reception|recu|livre|livraison|evenement|activite|consultation|lu|rebond|desinscription|desabonnement|plainte',
			sentAt: 'envoi|envoyee?|parution|diffusion|expedition',
			joined: 'inscri(te?|ption)|abonn(e|ee|ement)|cree|ajout(ee?)?|adhesion|creation',
			left: 'desinscri(te?|ption)|desabonn(ee?|ement)|depart|suppression|resili(ee?|ation)|annul(ee?|ation)'
		},
		others: 'maj|mise a jour|derni\\w+|naissance|anniversaire|modifiee?|rembours\\w*'
	},
	events: {
		unsubscribe: [
			'desinscri(t|te|ts|tes|ption|ptions)',
			'desabonn(e|ee|es|ees|ement|ements)',
			'resiliation'
		],
		complaint: [
			'plaintes?( (pour|de))?( spams?)?',
			'signalee?s?( comme)? (spam|indesirable)',
			'(mis en )?indesirables?',
			'declare(e|s|es)? (en |comme )?(spam|indesirable)'
		],
		bounce: [
			'rebonds?( (dur|mou|hard|soft|definitif|permanent|temporaire)s?)?',
			'npai',
			'erreur',
			'non delivre(e|s|es)?',
			'non remis(e|es)?',
			'non distribu(e|ee|es|ees|able|ables)',
			'non livre(e|s|es)?',
			'rejet(s|e|ee|es|ees)?( (dur|mou|definitif|permanent|temporaire)s?)?',
			'nco',
			'echec( d envoi)?'
		],
		click: ['clics?( sur( un| le)? lien)?', 'clique(e|s|es|ur|urs|use|uses)?', 'clicker'],
		open: [
			'ouvert(e|s|es|ure|ures)?',
			'ouvreu(r|rs|se|ses)',
			'lue?s?',
			'lectures?',
			'vue?s?',
			'consulte(e|s|es)?'
		],
		delivery: [
			'livre(e|s|es)?',
			'livraisons?',
			'delivre(e|s|es)?',
			'delivrance',
			'recue?s?',
			'reception',
			'remis(e|es)?',
			'envoye(e|s|es)?',
			'envois?',
			'aboutis?',
			'non (ouvert|clique|ouvreur|cliqueur)s?'
		],
		other: [
			'inscri(t|te|ts|tes|ption|ptions)',
			'abonn(e|ee|es|ees|ement|ements)',
			'reabonne(e|s)?',
			'transfer(t|ts|e|ee)',
			'partage(s|e|ee)?',
			'reponses?',
			'converti(e|s)?',
			'reporte(e|s)?',
			'bloque(e|s)?',
			'ignore(e|s)?'
		]
	},
	around:
		'campagne|lien|premiere?|1(?:ere?|re)|un|une|le|la|l|d|dans|sur|ete|est|s|se|a|courriels?',
	hints: {
		unsubscribe: 'desabo|desinscri',
		bounce: 'rebond|npai',
		complaint: 'plainte',
		click: 'cliqu',
		open: 'ouvert|ouvr|lecture',
		delivery: '\\blivr|\\benvo[iy]|\\brecu|\\bremis|destinataire'
	},
	numbers: 'nombre|nb|de|d',
	states: {
		bounced: [
			'npai',
			'rebond( (dur|mou|hard|soft|definitif|permanent|temporaire))?',
			'inconnu',
			'erreur',
			'invalide',
			'injoignable',
			'non (delivre|distribuable|joignable)'
		],
		left: [
			'desabonne(e|s|es)?',
			'desinscrit(e|s|es)?',
			'inactif|inactive',
			'non (inscrite?|abonnee?|actif)',
			'supprimee?',
			'partie?',
			'desactivee?',
			'bloquee?',
			'exclue?',
			'liste noire|en liste noire|blackliste',
			'resiliee?',
			'archivee?',
			'plainte',
			'refus(e|ee)?',
			'ne pas contacter'
		],
		pending: [
			'en attente( de confirmation)?',
			'attente',
			'non confirmee?',
			'a confirmer',
			'en cours de validation'
		],
		active: [
			'actif|active',
			'abonnee?s?',
			'inscrite?s?',
			're(inscrite?|abonnee?)s?',
			'confirmee?',
			'validee?',
			'valide',
			'activee?',
			'oui',
			'accepte',
			'joignable',
			'(consentement )?(express?|expresse|tacite|explicite|implicite)'
		]
	},
	unsent: [
		'brouillons?',
		'non envoyee?',
		'pas envoyee?',
		'programmee?',
		'planifiee?',
		'en attente',
		'en pause',
		'annulee?',
		'supprimee?'
	],
	flags: {
		bounced: ['npai', 'rebond', 'en erreur', 'invalide'],
		left: [
			'inactif',
			'desabo(nne|nnee|nnes|nnement)?',
			'desinscri(t|te|ption)',
			'liste noire',
			'ne pas (envoyer|contacter|emailer)',
			'oppose(e)?( a la prospection)?',
			'exclu',
			'plainte',
			'supprime'
		],
		active: [
			'(accepte|souhaite|veut|recoit|abonnee?|inscrite?|consent|opt ?in)( de| a)?( recevoir)?( a)?( la| les| l| notre| nos)? ?(news ?letters?|infolettres?|lettres?( d information)?|e ?mails?|courriels?)',
			'infolettre',
			'lettre( d information)?',
			'actifs?',
			'abonnee?',
			'inscrite?',
			'consentement( e ?mail)?',
			'accepte (les )?e ?mails?'
		],
		pending: ['confirmee?', 'est confirmee?']
	},
	yes: ['oui', 'o', 'vrai'],
	no: ['non', 'faux', 'jamais'],
	totals: [
		'sous total( .{0,30})?',
		'moyennes?( generale)?',
		'mediane',
		'total general',
		'totaux( generaux)?',
		'somme',
		'ensemble',
		'cumul',
		'(tous|toutes)( les)? (numeros|lettres|campagnes|envois|liens|canaux|mois)'
	],
	sums: {
		delivered: ['delivres', 'livres', 'remis', 'recus', 'envoyes', 'envois', 'destinataires'],
		opens: [
			'ouvertures',
			'ouvertures totales',
			'ouvertures total',
			'total ouvertures',
			'total des ouvertures',
			'nombre d ouvertures'
		],
		uniqueOpens: [
			'ouvreurs',
			'ouvreurs uniques',
			'ouvertures uniques',
			'ouvertures unique',
			'nombre d ouvreurs',
			'nb d ouvreurs',
			'ouverts'
		],
		clicks: [
			'clics',
			'clics totaux',
			'clics total',
			'total clics',
			'total des clics',
			'nombre de clics'
		],
		uniqueClicks: [
			'cliqueurs',
			'cliqueurs uniques',
			'clics uniques',
			'clics unique',
			'nombre de cliqueurs',
			'nb de cliqueurs',
			'cliques'
		],
		unsubscribes: ['desabonnes', 'desabonnements', 'desinscrits', 'desinscriptions']
	}
};
