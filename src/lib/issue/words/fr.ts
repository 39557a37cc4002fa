import type { LetterWords } from './words.ts';

export const fr: LetterWords = {
	issue: [/numéro|édition|lettre|infolettre|lettre d['’]information/u],
	numbered: [/édition|edition|numéro|numero|épisode|semaine|lettre/u],
	beforeCounts: [
		/en|à|a|de|des|du|d|les|le|la|un|une|et|ou|pour|par|sur|dans|avec|ces|nos|mes|vos|ses|top|partie|saison|chapitre|jour|jours|an|après|avant|depuis|plus|moins|que|seulement|près|premiers|premières|derniers|dernières|prochains|prochaines/u
	],

	calls: [
		/candidate[rz]?|en savoir|toutes les (infos|informations)( ici)?|tous les articles|toute l.actualité|toutes les actualités|(continuer|poursuivre) (la|ma|votre) lecture|retrouvez l.article( .{1,20})?|infos? (et|&) (réservations?|inscriptions?)|j.y vais/u,
		/(en )?savoir (plus|davantage)( sur .{1,40})?/u,
		/(à )?lire( (ici|aussi|plus|la suite|l.article|l.étude|l.interview|le (billet|post|dossier|reste|rapport|communiqué)))?( ici)?/u,
		/(la |lire la )?suite( ici)?/u,
		/lire (l|le|la|les)\b.{1,20}/u,
		/(cliquez |cliquer |par |c.est par |tout est )?ici/u,
		/(je )?(découvr(ir|e)|télécharge[rz]?|regarde[rz]?|écoute[rz]?|accéder|consulte[rz]?|profite[rz]?|participe[rz]?|postule[rz]?|réserve[rz]?|teste[rz]?|essaye?[rz]?)( .{1,30})?/u,
		/(je )?(prends|prenez|prendre|réserver?|réservez|choisi[rs]|choisissez|achète[rz]?|obtenir|obtenez|récupère[rz]?) (mon|ma|mes|votre|vos|ton|ta|tes|son|sa) .{1,40}/u,
		/(je m|s|m).inscri(re|s)( .{1,30})?/u,
		/inscri(vez-vous|ption)( .{1,30})?/u,
		/(j.en |en )profite[rz]?|(je )?(commande|achète)[rz]?|acheter|ajouter au panier/u,
		/rejoignez-nous( .{1,20})?|(s|je m).abonner?|abonnez-vous|se connecter/u,
		/((je )?bénéficie[rz]?|profite[rz]?) (de )?(l.offre|la remise|cette offre|mon cadeau|votre cadeau)|(récupére[rz]?|obtenir) (mon|votre) (cadeau|code)/u,
		/lien vers\b.{1,30}/u,
		/(article|texte|billet) (original|complet)( ici)?/u,
		/voir( (plus|tout(es?)?|tous|la suite|l|le|la|les)\b.{0,30})?/u,
		/plus d.info(rmation)?s?( ici)?/u
	],
	all: [/(?:voir |découvrir |lire |consulter )?(?:tous|toutes|toute) (?:nos |les |l['’]).{3,40}/u],
	appendices: [
		/(\d{1,6} )?(commentaires?|likes?|partages?)/u,
		/laisser un commentaire|voir les commentaires|réagir|donner (mon|son|votre) avis/u,
		/(partager|transférer|commenter|répondre|l.article|le lien|lien|la vidéo|vidéo|le site|site( web)?|le dépôt)/u,
		/sur (facebook|twitter|x|linkedin|mastodon|bluesky|youtube|le site|le blog)/u
	],
	refrains: [
		/pourquoi c['’]est important|ce qu['’]il (?:faut (?:savoir|retenir)|s['’]est passé)|le contexte|contexte|en (?:résumé|clair|détail|bref)|à (?:noter|savoir|retenir)/u,
		/pourquoi (?:s['’]y intéresser|c['’]est intéressant|est-ce important|en parler)|(?:ce qu['’]il|à) retenir|mon avis|ce que j['’]en pense/u,
		/bon à savoir|notre avis|et après|et maintenant|la suite/u
	],
	further: [
		/pour (?:aller plus loin|approfondir|en savoir (?:plus|davantage))|(?:à )?(?:lire|voir) (?:aussi|également)|sur le même sujet/u
	],
	contents: [
		/(?:(?:au )?sommaire|au (?:programme|menu)|dans (?:cette|ce) (?:édition|numéro|lettre|newsletter))(?: (?:de (?:la semaine|ce(?:tte)? \p{L}+|la lettre|l['’](?:édition|infolettre))|du (?:jour|mois|numéro)|d['’]aujourd['’]hui))?/u
	],
	sections: [
		'actualités|actualites|actus|actu|les actus|brèves|breves|en bref|en bref ou presque|à lire|a lire|à voir|à écouter|à retenir|a retenir',
		'a retenir cette semaine|à retenir cette semaine|à la une|a la une|outils|outil|ressources|agenda|événements|evenements|évènements',
		"emploi|emplois|offres d’emploi|offres d'emploi|formation|formations|livres|livre|lectures|tutoriels|tutoriel|vidéos|vidéo",
		'bibliothèques|logiciel|logiciels|sécurité|recherche|divers|édito|edito|éditorial|le mot de la semaine|zoom|dossier|dossiers',
		'le chiffre de la semaine|le chiffre|la citation|chiffres|études|etudes|tribune|portrait|interview|interviews|nouveautés|tendances',
		'la citation du jour|la photo du jour|le chiffre du jour|à ne pas manquer|en vrac|politique|économie|culture|monde|santé|environnement|les recos|recos',
		'nos coups de cœur|le coup de cœur|nos recommandations|liens|le lien de la semaine|ailleurs sur le web|sur le web|vie du site'
	],

	online: [
		/(?:voir|lire|consulter|afficher|ouvrir)\b.{0,40}(?:en ligne|online|navigateur|browser|version web)|version (?:web|en ligne)/u,
		/ne (?:visualise[rz]|voyez|s['’]affiche).{0,60}(?:cliqu|lien|navigateur|ligne)|(?:n['’]arrivez pas|problem|difficult).{0,40}(?:voir|lire|affich)/u
	],
	foot: [
		/ne plus recevoir (?:ces|cette|nos|notre|la|les|de|d['’])|quitter (?:la|cette) liste|d[ée]sabonn|d[ée]sinscri|se d[ée]sinscrire|vous (?:recevez|avez reçu) (?:cet|ce|cette)|cet? (?:e-?mail|message|courriel) (?:vous )?a été envoyé/u,
		/tous droits réservés|g[ée]rer (?:m(?:on|es)|vo(?:tre|s)|not?re|t(?:on|es)|l['’]|les) ?(?:inscriptions?|pr[ée]f[ée]rences|abonnements?)|mentions l[ée]gales|politique de confidentialit[ée]/u,
		/^(?:cette|ce) .{1,40} (?:est|a été) (?:rédigée?|éditée?|écrite?|réalisée?|préparée?) par/u
	],
	leaving: [/d[ée]sinscri|d[ée]sabonn/u],
	passedOn: [
		/(?:cette?|ce|cet) (?:newsletter|lettre|e-?mail|mail|message) vous a été (?:transféré|partagé)|on vous a (?:transféré|partagé|fait suivre)/u
	],
	follow: [/suivez[- ](?:nous|moi)(?: sur)?/u],
	forwarded: [
		/message (?:transféré|d['’]origine|transmis)|début du message|message réexpédié/u,
		/(?:de|envoyé|objet|sujet|à|répondre à)\s?:\s\S/u
	],

	subject: [/objet|sujet/u],
	subjectMarks: [/tr|réf|re/u],
	house: [
		/avant de (?:partir|se quitter|nous quitter|vous quitter|vous laisser)(?=\W*$)/u,
		/(?:contribuer|soutene[rz]|soutenir)(?:-nous)?(?:(?=\W*$)|.{0,14}(?:nous|notre|cette|la (?:lettre|newsletter|rédaction)|ce (?:projet|média|travail)|l['’](?:équipe|association)))/u,
		/[àa] propos(?:(?=\W*$)| de (?:nous|moi|cette|la (?:lettre|newsletter)|l['’]aute))|qui sommes|nous (?:contacter|suivre|écrire|soutenir)|suive[zr](?:(?=\W*$)|[- ](?:nous|moi))/u,
		/(?:(?:un |le )?mot )?(?:pour|aux) (?:les )?nouve(?:aux|lles) (?:lecteurs|lectrices|abonnée?s)(?=\W*$)/u,
		/contact(?:s|ez-nous|ez)?(?:(?=\W*$)| nous)/u,
		/partage[rz](?:(?=\W*$)| (?:cette|ce|la (?:lettre|newsletter)|avec|à))|parraine[rz]?(?:(?=\W*$)| (?:un ami|vos|des amis|et))|abonnez/u,
		/devene[rz] (?:membre|partenaire|annonceur|sponsor|mécène|abonnée?|contribut)|votre avis(?:(?=\W*$)| (?:compte|nous|sur (?:cette|ce|la lettre)))/u,
		/vous avez aimé (?:cette|ce (?:numéro|contenu)|notre|la (?:lettre|newsletter))|merci(?:(?=\W*$)| (?:à|de|d['’]|pour|beaucoup))|à (?:la semaine|bientôt)|restons (?:en|connectés)/u,
		/envie de (?:nous|m['’]|participer|contribuer|partager|sponsoriser|communiquer|discuter|soutenir)|une (?:question|idée)(?:(?=\W*$)| ou |,)/u,
		/articles? (?:similaires?|liés|récents)|laisser un commentaire/u,
		/(?:les )?(?:numéros|éditions|lettres) (?:précédente?s|passée?s)|(?:les )?(?:anciens|derniers) numéros(?=\W*$)/u,
		/(?:crédits|l['’]ours|contribut(?:eurs|rices))(?=\W*$)/u
	],
	houseLeads: [/remerciements|merci (?:à|aux?)|abonnez|suivez-(?:nous|moi)|partagez/u],
	sells: [
		/\b(?:devene[zr] (?:partenaire|annonceur|sponsor)|votre (?:pub|annonce) ici|(?:publier|déposer|diffuser) (?:une|votre) (?:offre|annonce))/u,
		/^(?:abonnez-vous|s['’]abonner|je m['’]abonne|offrez un abonnement)\b(?=.{0,40}$)/u,
		/^(?:rejoindre|rejoignez) (?:la|notre) (?:communauté|community|discord|slack|club)(?![a-zà-ÿ]).{0,30}$/u
	],
	help: [
		/\bvous avez \d+ (?:parrainages?|filleuls?)\b|\bcopiez (?:et collez )?(?:ce|votre) lien\b|\boffre[rz]-(?:moi|nous) un (?:café|verre|thé)(?![a-zà-ÿ])/u
	],
	opinions: [
		/(?:vous|tu) (?:avez|as) aimé (?:cette|ce|notre)/u,
		/(?:qu['’]avez-vous pensé|que pensez-vous) de (?:cette|ce|notre)/u,
		/(?:votre|ton) avis sur (?:cette|ce|notre)/u
	],
	opinionsWhole: [
		/(?:cette|ce|notre) (?:numéro|édition|lettre|infolettre|newsletter|e-?mail|bulletin|digest) vous (?:a|ont)[- ](?:t-(?:elle|il) )?pl[ua]/u
	],
	polls: [
		/(?:le |notre |petit |mini-?){0,3}(?:sondage|quiz|question)(?: (?:du jour|de la semaine|du mois|de la lettre))?/u
	],
	farewells: [
		/suivez(?:-| )(?:moi|nous)\b|(?:vous pouvez )?(?:vous )?abonne[rz](?:-vous)? à (?:cette|ce|notre)/u,
		/(?:(?:belle|bonne) (?:journée|soirée)|bi[sz](?:es|ous)|je vous embrasse|amitiés|(?:bien |très )?cordialement|bien à (?:vous|toi)|amicalement)\W*$/u,
		/merci (?:de|d['’]|pour|à)|(?:cette lettre|vous avez aimé|ça vous a plu|vous aimez)/u,
		/à (?:la semaine|bientôt|demain|samedi|jeudi|vendredi|lundi|mardi|mercredi|dimanche|très vite)|bon(?:ne)? (?:week-?end|semaine|lecture|dimanche|vendredi)|(?:partagez|transférez|faites suivre|n['’]hésitez pas à (?:partager|transférer|faire suivre))/u,
		/si vous (?:avez|souhaitez|voulez|désirez) (?:.{0,40} )?(?:proposer|partager|suggérer|questions?|remarques?|idées?|suggestions?)|(?:une|des) (?:questions?|remarques?|idées?|suggestions?)(?: ou .{1,20})? ?\?/u
	],
	ahead: [
		/aujourd['’]hui|cette semaine|au (?:programme|menu|sommaire)|dans (?:ce numéro|cette édition)/u
	],
	greetings: [
		/bon (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week-?end)|bonne (?:année|semaine)|bonjour|bonsoir|salut|coucou|bienvenue|cher(?:s|e|es|·es)?/u
	],
	ofItself: [
		/\b(?:numéro|édition|lettre d['’]information)\b|abonnez-vous|\bla (?:newsletter|lettre) (?:qui|où|des)(?!\p{L})/u
	],
	editorials: [
		/[ée]dito(?:rial)?(?!(?:\s+\S+){4})|avant-propos(?=\s*(?:$|[:|–—.!(-]))|bonjour(?!(?:\s+\S+){4})|le mot d.{1,30}/u
	],
	announcing: [/dans (?:cette|ce)/u],
	beside: [/merci à|voir aussi|à lire aussi/u],

	sponsors: [
		/sponsoris[ée]e?s?(?: par)?|sponsors? par|(?:en )?partenariat(?: avec)?|annonce|publicit[ée]/u,
		/merci à .{1,40} pour (?:son|leur) soutien.{0,40}/u,
		/(?:(?:(?:un|le) )?(?:petit )?(?:mot|message) de )?(?:(?:nos|notre) )?(?:sponsors?|partenaires?|mécènes?)(?: (?:de la semaine|du mois|du jour|de ce (?:mois|numéro)|de cette (?:semaine|édition|lettre)))?/u,
		/(?:contenu|article|message|lien|post|encart|publi) ?(?:sponsoris[ée]|partenaire|promotionnel|r[ée]dactionnel|publicitaire|(?:propos[ée]|offert|pr[ée]sent[ée]|pay[ée]) par)/u,
		/(?:annonce|offre|article) (?:partenaire|sponsorisée?)|avec le soutien (?:de |du |des |d['’]).{2,30}$|r[ée]clame\s*(?:[:|–—-]|$)|(?:un )?message de (?:notre|nos) annonceurs?/u,
		/collaboration commerciale|contenu de marque|rendue? possible par|cette (?:rubrique|section) .{0,30}(?:offerte|propos[ée]e|pr[ée]sent[ée]e|sponsoris[ée]e) par/u,
		/publi-?(?:r[ée]dactionnel|communiqu[ée]|reportage|information)/u,
		/(?:offert|propos[ée]|pr[ée]sent[ée]|soutenu|parrain[ée])e? par/u
	],
	sponsorsAlone: [/sponsoris[ée]e?s?|annonce|publicit[ée]|partenaires?|partenariat|mécènes?/u],
	sponsorsOfIssue: [
		/(?:cette|cet|ce|l['’])[ ]?(?:édition|numéro|lettre|infolettre|newsletter|semaine|épisode|e-?mail|bulletin|digest)\b.{0,40}\b(?:sponsoris[ée]e?|propos[ée]e?|offerte?|soutenue?|pr[ée]sent[ée]e?|parrain[ée]e?|financ[ée]e?) (?:par|avec|grâce)/u,
		/.{2,60} est (?:propos[ée]e?|offerte?|soutenue?|pr[ée]sent[ée]e?|parrain[ée]e?|sponsoris[ée]e?) (?:cette (?:semaine|fois)(?:-ci)?|ce mois-ci|aujourd['’]hui) (?:par|grâce)/u
	],
	sponsoredBehind: [/sponsoris[ée]|publicit[ée]|contenu partenaire/u],
	sponsorTags: [/sponsoris[ée]|pub(?:licit[ée])?|partenaire|contenu partenaire/u],
	paidBy: [/par|avec/u],
	trade: [/publicit[ée]s?|pubs?|annonces?|partenariats?|partenaires?/u],

	deeds: [
		/(?:\d{1,6} )?(?:aimer|liker|commenter|commentaires?|partages?|j['’]aime|reposter)/u,
		/tweeter|retweeter|(?:lire|ouvrir|voir)(?: dans)? l['’]app(?:lication)?|(?:passer à|gérer) (?:payant|abonnement)/u,
		/obtenir l['’]app|commencer à écrire|(?:t[ée]l[ée]charger|disponible) (?:dans|sur) (?:l['’]app store|google play)|abonnée?|copier le lien/u
	],
	share: [/(?:partager|partagez)(?: cet article)?(?: (?:via|sur|avec))?/u],

	bylines: [
		/(?:(?:écrit|rédigé)\s+)?par|un (?:article|texte) de|texte(?: de)?\s*:|auteure?s?\s*:/u
	],
	by: [/par/u],
	reading: [/de lecture/u],
	credits: [
		/(?:photos?|images?|illustrations?|cr[ée]dits?|source)(?: (?:de|par|du|cr[ée]dit|photos?|images?)){0,2}/u
	],
	proposed: [/(?:propos[ée]e?|partag[ée]e?|recommand[ée]e?) par/u],
	at: [/à|de|dès/u],
	oclock: [/h|heures/u],
	until: [/à/u]
};
