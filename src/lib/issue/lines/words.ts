import { asksOpinion } from './asking.ts';
import { houseHeading } from './house-headings.ts';
import {
	contentsWords,
	editorialWords,
	farewellWords,
	greetingWords,
	houseWords,
	onlineWords,
	refrainWords
} from './other-tongues.ts';
import { remembered } from './remembered.ts';

/** The words by which French and English newsletters mark what is no story. */

/** Calls to go on reading: they are that with a link and without. */
const calls = [
	'read( it| on| more| now| online| this)?',
	'read( the| our| this)? (full |whole |original |entire )?(article|story|post|report|rest|blog post|essay|interview|thread|paper|docs|announcement|newsletter|issue)s?',
	'(weiter|mehr) ?(lesen|erfahren)|jetzt lesen|zum (artikel|beitrag|podcast|video)|hier( klicken| lesen)?|mehr( infos?| dazu)?',
	'(leer|ver|saber|descubr[ei]r?) (más|mas|el artículo|la noticia)|seguir leyendo|sigue leyendo|aquí|lee más',
	'(leggi|scopri)( (tutto|di più|l.articolo|qui|ora))?|continua a leggere|per saperne di più|qui',
	'lees (meer|verder|het (hele )?artikel)|(lees )?verder( lezen)?|meer (lezen|weten|info)|klik hier|hier',
	'(ler|leia|saiba|saber|veja|ver) (mais|o artigo|a notícia)|continua[re]? (a ler|lendo)|aqui',
	'(continue|keep) reading',
	'(learn|find out|discover|see|view|show|get|know) (more|details)',
	'more( info(rmation)?| details| here)?',
	'(watch|listen|download|register|subscribe|sign up|apply|buy|book|join|discover|explore|try)( it| now| here| today| the (video|talk|episode|podcast|recording|replay)| for free| free)*',
	'(check|try) it( out)?( now)?',
	'(book|reserve|get|buy|grab) (your |a |my )?(tickets?|seats?|places?|spots?|copy)( now| here)?',
	'(click |right |over )?here',
	'(view|see|show) (all|this|it|in|on|the) .{1,30}',
	'(en )?savoir (plus|davantage)( sur .{1,40})?',
	'(à )?lire( (ici|aussi|plus|la suite|l.article|l.étude|l.interview|le (billet|post|dossier|reste|rapport|communiqué)))?( ici)?',
	'(la |lire la )?suite( ici)?',
	'lire (l|le|la|les)\\b.{1,20}',
	'(cliquez |cliquer |par |c.est par |tout est )?ici',
	'(je )?(découvr(ir|e)|télécharge[rz]?|regarde[rz]?|écoute[rz]?|accéder|consulte[rz]?|profite[rz]?|participe[rz]?|postule[rz]?|réserve[rz]?|teste[rz]?|essaye?[rz]?)( .{1,30})?',
	'(je m|s|m).inscri(re|s)( .{1,30})?',
	'inscri(vez-vous|ption)( .{1,30})?',
	'join us( .{1,20})?|rejoignez-nous( .{1,20})?|(s|je m).abonner?|abonnez-vous|upgrade( to paid)?|(log|sign) in|se connecter|get (it|yours|started|tickets?)( now| here)?',
	'(lien|link) (vers|to)\\b.{1,30}',
	'(article|texte|billet) (original|complet)( ici)?',
	'(original|full|complete) (article|post|source|text)',
	'voir (plus|tout(es?)?|tous|la suite|l|le|la|les)\\b.{0,30}',
	'plus d.info(rmation)?s?( ici)?'
];

/** Nouns that are a heading where they stand alone, and an item's appendix where they are a link. */
const appendices = [
	'(source|link|via|details|full story|article|website|github|repo(sitory)?|slides|video|code|demo|docs|paper|pdf|tweet|thread|discussion|discuss|comment|reply|share|forward|like|save|permalink|hn|reddit)s?',
	'(\\d+ )?(comments?|commentaires?|likes?|partages?|shares?)',
	'(leave|post|add|write|view) (a |all |your )?(\\d+ )?comments?|join the (conversation|discussion)|(give|send) feedback|reply( to this email)?',
	'share (this|it|with a friend|.{1,25} with a friend)( .{1,20})?|(forward|send) (this )?to a friend',
	'laisser un commentaire|voir les commentaires|réagir|donner (mon|son|votre) avis',
	'(partager|transférer|commenter|répondre|l.article|le lien|lien|la vidéo|vidéo|le site|site( web)?|le dépôt)',
	'sur (facebook|twitter|x|linkedin|mastodon|bluesky|youtube|le site|le blog)'
];

const call = new RegExp(`^(?:${calls.join('|')})$`, 'i');
const appendix = new RegExp(`^(?:${appendices.join('|')})$`, 'i');

/** More characters than this, with emoji and arrows around, are no call and no refrain: most text is told by that. */
const LONGEST_CALL = 160;

/** "Read more", "En savoir plus", "→": calls to read a story, and names none. */
export function isCall(text: string): boolean {
	if (text.length > LONGEST_CALL) return false;
	const words = core(text);
	return words.length <= 60 && (!words || call.test(words));
}

/** What a link may say without naming a story: a call, or "comments", "slides", "via". */
export function isReadMore(text: string): boolean {
	if (text.length > LONGEST_CALL) return false;
	return isCall(text) || appendix.test(core(text));
}

const core = remembered((text) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));

const refrain =
	/^(?:why (?:it|this) matters|what happened|what(?:'|’)s (?:new|next|happening)|what they(?:'|’)re saying|the (?:big picture|details|bottom line|takeaway|context|intrigue|latest|backdrop)|(?:zoom|zooming) (?:in|out)|by the numbers|between the lines|go deeper|driving the news|yes,? but|the other side|our take|bottom line|context|background|big picture|looking ahead|state of play|how it works|tl;?dr|pourquoi c(?:'|’)est important|ce qu(?:'|’)il (?:faut (?:savoir|retenir)|s(?:'|’)est passé)|le contexte|contexte|en (?:résumé|clair|détail|bref)|à (?:noter|savoir|retenir)|bon à savoir|notre avis|pour aller plus loin|et après|et maintenant|la suite)$/i;
const otherRefrain = new RegExp(`^(?:${refrainWords})$`, 'iu');

/** "Why it matters", "Le contexte": opens a paragraph of a story, in newsletters everywhere. */
export function isRefrain(text: string): boolean {
	if (text.length > LONGEST_CALL) return false;
	const words = core(text);
	return refrain.test(words) || otherRefrain.test(words);
}

/** `www.youtube.com`, `example.org/blog`: says where a link leads, not what is there. */
export function isDomain(text: string): boolean {
	return (
		(/^[([]?\s*(?:https?:\/\/)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?\s*[)\]]?$/i.test(
			text.trim()
		) &&
			!/\.(js|py|rs|go|net|el|io)$/i.test(text)) ||
		/^https?:\/\/\S+$/i.test(text.trim())
	);
}

/** What only the foot of a mailing says: leaving it, its law, its service. */
export const footerWords =
	/(?:newsletter|abo|abonnement|e-?mails?) (?:abbestellen|abmelden)|vom newsletter abmelden|hier abmelden|^abmelden|\babmelden:$|darse de baja|cancelar (?:la |a |tu |sua )?(?:suscripci[óo]n|inscri[çc][ãa]o|subscri[çc][ãa]o|assinatura)|disiscriv|cancella(?:ti| la tua)? iscrizione|uitschrijven|afmelden voor|descadastr|(?:du erhältst|sie erhalten|recibes|ricevi|je ontvangt|você recebe[u]?) (?:diese|este|questa|deze|esta|dit)|alle rechte vorbehalten|todos los derechos reservados|tutti i diritti riservati|alle rechten voorbehouden|todos os direitos reservados|unsubscribe|opt[- ]?out|pour ne plus recevoir|(?:no longer wish|stop) to receive|stop receiving|you (?:get|are getting) (?:this|our) .{1,20} because|manage (?:your |my )?(?:e-?mail )?(?:subscription|preference)|(?:update|change|edit) (?:your |my )?(?:e-?mail |profile |subscription )?(?:preferences|profile|settings|address)|email preferences|(?:you(?:'|’)?(?:re| are)?|you(?:'|’)ve|why am i) (?:receiv\w+|got(?:ten)?|getting|been sent) (?:this|our|the)|you (?:signed up|subscribed|opted in)|because you(?:(?:'|’)re|(?:'|’)ve| are| have)? ?(?:subscribed|signed up|opted)|all rights reserved|copyright ©|©\s*(?:20\d\d|copyright)|our mailing address|d[ée]sabonn|d[ée]sinscri|se d[ée]sinscrire|vous (?:recevez|avez reçu) (?:cet|ce|cette)|cet? (?:e-?mail|message|courriel) (?:vous )?a été envoyé|tous droits réservés|g[ée]rer (?:mes|vos) (?:pr[ée]f[ée]rences|abonnements?)|mentions l[ée]gales|politique de confidentialit[ée]|privacy policy|terms of (?:use|service)|powered by (?:mailchimp|substack|beehiiv|ghost|buttondown|revue|convertkit|kit|sendinblue|brevo)|email marketing powered|^(?:this|today(?:'|’)s|cette|ce) .{1,40} (?:is|was|est|a été) (?:edited|written|curated|compiled|produced|rédigée?|éditée?|écrite?|réalisée?|préparée?) (?:by|par)/i;

/** What somebody to whom it was passed on is asked: at the foot, and in boxes among the stories. */
export const passedOn =
	/\b(?:was|has) this (?:e-?mail |newsletter |message |issue )?(?:been )?(?:forwarded|sent) to you|did someone forward|forwarded (?:you )?this (?:e-?mail|message|newsletter)|(?:cette?|ce|cet) (?:newsletter|lettre|e-?mail|mail|message) vous a été (?:transféré|partagé)|on vous a (?:transféré|partagé|fait suivre)|wurde (?:ihnen |dir )?dieser newsletter weitergeleitet|te (?:han )?reenviaron|ti hanno inoltrato|doorgestuurd gekregen|(?:recebeu|reencaminharam) este/i;

/** Reading the same elsewhere, or on paper. */
export const viewOnline = new RegExp(
	`${/(?:view|read|open|see|voir|lire|consulter|afficher|ouvrir)\b.{0,40}(?:browser|online|on the web|web version|in your browser|en ligne|navigateur|version web|version en ligne)|(?:web|online) version|version (?:web|en ligne)|(?:im browser|online) (?:ansehen|öffnen|lesen|anzeigen)|(?:ver|leer) (?:este (?:correo|email) )?(?:en (?:el|tu) navegador|online|en línea)|(?:visualizza|leggi|apri) (?:.{1,20} )?nel browser|bekijk (?:.{1,30} )?(?:in (?:je|uw) browser|online)|ver (?:.{1,20} )?no navegador|ne (?:visualise[rz]|voyez|s(?:'|’)affiche).{0,60}(?:cliqu|lien|navigateur|ligne)|(?:n'arrivez pas|can't|cannot|trouble|problem|difficult).{0,40}(?:view|see|read|voir|lire|affich)/i.source}|^(?:read|view|open)(?: this)? on \\S+\\.\\S+$|${onlineWords}`,
	'i'
);

export const social =
	/^(?:(?:follow|join|find|like|connect with)(?: us| me)?(?: on)?\s*(?::\s*)?|suivez[- ](?:nous|moi)(?: sur)?\s*(?::\s*)?)?(?:twitter|x|facebook|linkedin|instagram|youtube|tiktok|mastodon|bluesky|threads|pinterest|rss(?: feed)?|flux rss|discord|slack|telegram|whatsapp|flipboard|google (?:news|actus)|github|website|site|site web|e-?mail|spotify|apple podcasts?)(?: icon| logo)?$/i;

const houseLead =
	/^(?:(?:many )?thanks? (?:to|you(?: to| all|\W*$| for (?:reading|your|subscribing)))|subscribe|follow (?:us|me)|share (?:this|us)|advertise|feedback(?=\W*$)|remerciements|merci (?:à|aux?)|abonnez|suivez-(?:nous|moi)|partagez|dank an|danke? an|gracias a|grazie a|met dank|bedankt|obrigad[oa] a)(?![\p{L}])/iu;

/** "THANKS TO: …", "SUBSCRIBE to …" in bold at the beginning of a paragraph: the publication's own. */
export function isHouseLead(lead: string): boolean {
	return houseLead.test(core(lead));
}

const otherHouse = new RegExp(`^(?:${houseWords})(?![\\p{L}])`, 'iu');

/** What an issue ends with: thanks, a question to the reader, a request to pass it on. */
export const farewell = new RegExp(
	`${/^[^\p{L}]*(?:p\.?\s?-?s\.?\s?[:.–-]|(?:suivez|follow)(?:-| )(?:moi|nous|me|us)\b|did you (?:enjoy|like)|(?:if you )?(?:enjoy(?:ed|ing)?|lik(?:ed?|ing)) (?:this|what|reading|our|the)|how (?:did|was) (?:we|you|this)|how do you (?:like|feel|find|rate)|what did you think|(?:please )?(?:forward|share) (?:this|it|us)|tell a friend|thank(?:s| you) for (?:reading|subscribing|being)|until next|see you (?:next|soon|in|on)|that(?:'|’)s (?:all|it)\b|have a (?:great|good|nice|lovely)|happy \w+ing[!.]|love (?=.{1,40}\?)|share your (?:referral|unique)|(?:vous pouvez )?(?:vous )?abonne[rz](?:-vous)? à (?:cette|ce|notre)|subscribe to (?:this|our)|want to (?:advertise|sponsor|see more|promote)|(?:if you )?(?:have|got) (?:any )?(?:feedback|questions|comments|suggestions)|(?:(?:kind|best|warm|with kind) (?:regards|wishes)|(?:all the )?best|talk soon|cheers|yours|sincerely|(?:belle|bonne) (?:journée|soirée)|bises|amitiés|(?:bien |très )?cordialement|bien à (?:vous|toi)|amicalement)\W*$|merci (?:de|d(?:'|’)|pour|à)|(?:cette lettre|vous avez aimé|ça vous a plu|vous aimez)|à (?:la semaine|bientôt|jeudi|vendredi|lundi|mardi|mercredi|dimanche|très vite)|bon(?:ne)? (?:week-?end|semaine|lecture|dimanche|vendredi)|(?:partagez|transférez|faites suivre))(?![\p{L}])/iu.source}|^[^\\p{L}]*(?:${farewellWords})(?![\\p{L}])`,
	'iu'
);

/** A title that asks companies to pay, or readers to join: the publication's own. */
const houseTitle =
	/\b(?:advertise (?:with|in|here)|sponsor (?:us|this newsletter)|devene[zr] (?:partenaire|annonceur|sponsor)|become (?:a|our) (?:sponsor|partner|member|patron)|votre (?:pub|annonce) ici|reach \d[\d,.k]* |post (?:a|your) job|(?:publier|déposer|diffuser) (?:une|votre) (?:offre|annonce))|^(?:abonnez-vous|s(?:'|’)abonner|je m(?:'|’)abonne|offrez un abonnement|subscribe(?: now| today)?|upgrade|go (?:pro|premium))\b(?=.{0,40}$)|^(?:rejoindre|rejoignez|join) (?:la|notre|the|our) (?:communauté|community|discord|slack|club)\b.{0,30}$/i;

/** "Devenez partenaire", "Advertise with us": the publication sells its own space. */
export function asksToPay(text: string): boolean {
	return houseTitle.test(text);
}

/** Whether a heading or title is over what the publication says of itself. */
export function isHouse(text: string): boolean {
	const words = text.replace(/^[^\p{L}]+/u, '');
	const length = words.split(/\s+/).length;
	return (
		asksToPay(words) ||
		(length <= 5 && (houseHeading.test(words) || otherHouse.test(words))) ||
		(length <= 12 && asksOpinion(words)) ||
		/^\W*\d+ (?:comment(?:aire)?s?|réponses?|repl(?:y|ies))$/i.test(text)
	);
}

const contents =
	/^[^\p{L}]*(?:(?:what(?:'|’)?s )?in (?:this|today(?:'|’)s) (?:issue|edition|e-?mail|newsletter)|table of contents|contents|what(?:'|’)s inside|(?:au )?sommaire|au (?:programme|menu)|dans (?:cette|ce) (?:édition|numéro|lettre|newsletter))(?: (?:de (?:la semaine|ce(?:tte)? \p{L}+|la lettre|l(?:'|’)(?:édition|infolettre))|du (?:jour|mois|numéro)|d(?:'|’)aujourd(?:'|’)hui))?\s*:?$/iu;
const otherContents = new RegExp(`^[^\\p{L}]*(?:${contentsWords})\\s*:?$`, 'iu');

/** "In today's crumb:": a letter has its own word for itself. */
const today = /^[^\p{L}]*(?:inside|in) today(?:'|’)s [^:]{2,25}:$/iu;

/** "In this issue", "Au sommaire": a list of what comes below. */
export function isTableOfContents(text: string): boolean {
	return contents.test(text) || otherContents.test(text) || today.test(text);
}

const sections = new Set(
	(
		'news|articles|article|videos|video|libraries|library|tools|tool|code|design|events|event|jobs|job|podcasts|podcast|books|' +
		'tutorials|tutorial|releases|release|announcements|links|quick links|quick hits|miscellaneous|misc|other|opinion|' +
		'opinions|interesting|business|security|performance|community|research|data|culture|reading|reads|watch|listen|learn|' +
		'headlines|top stories|must read|must reads|in brief|briefs|briefly|shorts|short takes|around the web|elsewhere|fun|' +
		'sponsor|sponsors|sponsored|comment|comments|editorial|introduction|intro|and finally|projects|packages|frameworks|' +
		'tips|tricks|resources|discussions|blog posts|upcoming events|conferences|meetups|deep dive|deep dives|' +
		'actualités|actualites|actus|actu|les actus|brèves|breves|en bref|en bref ou presque|à lire|a lire|à voir|à écouter|à retenir|a retenir|' +
		'a retenir cette semaine|à retenir cette semaine|à la une|a la une|outils|outil|ressources|agenda|événements|evenements|évènements|' +
		"emploi|emplois|offres d’emploi|offres d'emploi|formation|formations|livres|livre|lectures|tutoriels|tutoriel|vidéos|vidéo|" +
		'bibliothèques|logiciel|logiciels|sécurité|recherche|divers|édito|edito|éditorial|le mot de la semaine|zoom|dossier|dossiers|' +
		'le chiffre de la semaine|le chiffre|la citation|chiffres|études|etudes|tribune|portrait|interview|interviews|nouveautés|tendances|' +
		'quote of the day|quote of the week|chart of the day|chart of the week|photo of the day|photos of the day|number of the day|stat of the day|' +
		'the big story|one more thing|1 more thing|must-reads|the must-reads|what we’re reading|what else we’re reading|worth a read|worth reading|the rundown|' +
		'in other news|people|funding|deals|markets|tech|politics|world|science|health|sports|sport|climate|energy|trivia|recommendations|' +
		'la citation du jour|la photo du jour|le chiffre du jour|à ne pas manquer|en vrac|politique|économie|culture|monde|santé|environnement|les recos|recos|' +
		'kurz notiert|kurz gemeldet|meldungen|nachrichten|termine|veranstaltungen|werkzeuge|lesetipps|leseempfehlungen|zum schluss|stellen|bücher|' +
		'en breve|noticias|eventos|herramientas|lecturas|recomendaciones|para terminar|empleo|libros|in breve|notizie|eventi|strumenti|letture|da leggere|libri|lavoro|' +
		'kort nieuws|nieuws|evenementen|lezen|boeken|vacatures|em resumo|notícias|ferramentas|leituras|livros|vagas|' +
		'liens|le lien de la semaine|ailleurs sur le web|sur le web|vie du site|open data|save the date'
	).split('|')
);

/** Whether a heading is one of those that newsletters everywhere use for a section. */
export function isSectionWord(text: string): boolean {
	return sections.has(headingKey(text));
}

const editorials =
	/^(?:[ée]dito(?:rial)?(?!(?:\s+\S+){4})|(?:intro(?:duction)?|comment|foreword|avant-propos)(?=\s*(?:$|[:|–—.!(-]))|(?:welcome|hello|hi|bonjour)(?!(?:\s+\S+){4})|le mot d.{1,30}|(?:a )?(?:(?:note|letter|word) )?from (?:the|your|our) editors?|editor(?:'|’)s (?:note|letter))(?![\p{L}])/iu;

const otherEditorials = new RegExp(`^(?:${editorialWords})(?![\\p{L}])`, 'iu');

/** Whether a heading is over what the editors say of the issue themselves. */
export function isEditorialHeading(text: string): boolean {
	const words = text.replace(/^[^\p{L}]+/u, '');
	return editorials.test(words) || otherEditorials.test(words);
}

const greeting = new RegExp(
	`${/^[^\p{L}]*(?:hi|hello|hey|welcome|good (?:morning|afternoon|evening)|happy (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|new year|weekend)|bon (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week-?end)|bonne (?:année|semaine)|greetings|dear|bonjour|bonsoir|salut|coucou|bienvenue|cher(?:s|e|es|·es)?)(?![\p{L}])/iu.source}|^[^\\p{L}]*(?:${greetingWords})(?![\\p{L}])`,
	'iu'
);
const ofItself =
	/\b(?:issue|edition|numéro|édition|lettre d(?:'|’)information)\b|\b(?:weekly|monthly|daily|biweekly) (?:newsletter|summary|digest|round-?up)|brought to you by|\bsubscribe\b|abonnez-vous|\b(?:feedback|tips|pull request|suggestions)\b/giu;

/** "Welcome to the 12th issue of …, a weekly newsletter": the publication presents itself, and tells no story. */
export function presentsItself(text: string): boolean {
	return greeting.test(text) && new Set(text.toLowerCase().match(ofItself)).size >= 2;
}

/** "Hi there,", "Good morning.": words to the reader, which name nothing below them. */
export function isGreeting(text: string): boolean {
	return greeting.test(text) && !isEditorialHeading(text);
}

/** A heading as it recurs from issue to issue: no emoji, numbers, case or punctuation. */
export const headingKey: (text: string) => string = remembered((text) =>
	text
		.toLowerCase()
		.replace(/\ufe0f|[^\p{L}\p{M}'’ ]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
);
