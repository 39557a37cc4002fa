import { normalHeader } from '../headers.ts';
import type { Role } from '../recogniser.ts';
import { isTimeOf } from './time-words.ts';

/** A header as the words below know it: without accents, brackets and points. */
export function plainHeader(header: string): string {
	// `totalClicks` is "total clicks"
	return normalHeader(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[()[\]{}.:/#*?"'’°º]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/**
 * How people and services call their columns, in English and French: the whole header first, then
 * words in it that make it likely.
 */
const WORDS: [Role, whole: RegExp, part: RegExp | null][] = [
	[
		'address',
		/^(e ?mails?|courriel|mail|(adresse|address)( (e ?mail|mail|electronique|courriel|de courriel))?|(e ?mail|mail|subscriber|contact|reader|user|recipient|customer) (e ?mail|address|adresse)|recipient|destinataire|abonne|lecteur|subscriber|reader|to)$/,
		/\b(e ?mail|courriel)\b(?! (id|subject|name|status|count|client|campaign|type|sent|title|blacklisted|opt))/
	],
	[
		'at',
		/^(time|timestamp|time ?stamp|date|datetime|date time|date (et )?heure|heure|horodatage|when|quand|instant|moment|occurred at|(event|action|activity) (time|date|at)|date (de l |d |de |du )?(evenement|action|activite)|(click|open|clicked|opened|delivered|delivery|sent|bounced|unsubscribed) (at|on|date|time|timestamp)|(date|heure|date et heure) (d |de |du |de l )?(clic|ouverture|envoi|livraison|reception|remise)|(clique|ouvert|recu|envoye|livre) le|ts)$/,
		/\b(timestamp|horodatage|datetime)\b/
	],
	[
		'url',
		/^(urls?|links?|lien|lien clique|(link|clicked|target|destination|original) (url|link)|(url|lien|adresse) (du lien|cliquee?|clique|de destination|clicked)|clicked|destination|cible|href|page|web address|adresse web|landing page( \+ query string)?|page d (entree|arrivee)|page de destination( \+ chaine de requete)?|full page url)$/,
		/\b(url|lien|link)\b(?! (name|id|text|count))/
	],
	[
		'event',
		/^(events?|kind|nature|(event|action|activity|interaction) (type|name)|last event|metric|type( of event| d evenement| d action| d activite)?|evenements?|nom de l evenement|action|activity|activite|interaction|what|statut de l evenement)$/,
		null
	],
	[
		'campaign',
		/^(campaigns?|posts?( (title|name|id))?|campaign id|campagne|(id|code|identifiant)( de)?( la)? campagne|newsletter|lettre|mailing|message( id)?|envoi|send|send id|operation|n operation|id envoi|broadcast|email id|mail id|utm campaign|(session|first user) campaign|campagne (utm|de la session|de session))$/,
		/\b(campaign|campagne)\b/
	],
	[
		'campaignName',
		/^(campaign (name|title)|nom (de la campagne|campagne|de l operation)|titre de la campagne|message name|nom du message|email name|newsletter name)$/,
		null
	],
	[
		'subject',
		/^(subject|subject line|objet|objet du (message|mail)|sujet|email subject|title|titre)$/,
		/\b(subject|objet)\b/
	],
	[
		'sentAt',
		/^(sent|sent at|sent on|send (date|time)|sent date|date sent|date d envoi|envoyee? le|publish(ed)? (at|date|on)|date de (publication|parution)|delivery date( time)?)$/,
		null
	],
	[
		'status',
		/^(status|statut|etat|state|(subscription|subscriber|email|contact) status|statut (email|de l abonne|abonnement))$/,
		/\b(status|statut|consent)\b(?! (date|time|timestamp|at))/
	],
	[
		'joined',
		/^(joined|joined (at|on)|join date|created|created at|creation date|date created|date de creation|subscribed( (at|on|date))?|subscription date|subscribe date|signup date|signed up( at)?|sign up date|date d inscription|date d abonnement|inscrite? le|abonnee? (le|depuis)|inscription|horodateur|date registered|registered( at)?|date added|added( at| time)?|optin time|opt in date|contact ajoute le|ajoute le|start date|arrivee)$/,
		null
	],
	[
		'left',
		/^(left|left (at|on)|unsubscribed (at|on|date)|unsubscription date|unsubscribe date|unsub (date|time)|date de (desinscription|desabonnement|depart)|stop (date|time)|desinscrite? le|desabonnee? le|cancelled at|cancel date|depart)$/,
		null
	],
	[
		'channel',
		/^(channel|canal|source|utm source|acquisition( source| channel)?|provenance|origine|referr?er|referral|referring site|lead source|source d acquisition|canal d acquisition|campagne d acquisition|support|media|plateforme|platform|regie|utm source medium|(session|first user) source( medium)?|source (support )?de la session|(session )?default channel group|groupe de canaux( par defaut)?)$/,
		/\butm source\b/
	],
	['country', /^(country|pays|cc|country code|code pays)$/, null],
	['device', /^(device|appareil|device type|terminal|type d appareil)$/, null],
	['agent', /^(user ?agent|agent|navigateur|client)$/, /\buser ?agent\b/],
	[
		'total',
		/^(total|totals?|total (clicks|opens)|clicks|opens|clics|ouvertures|(nb|nombre|nombre total) de (clics|ouvertures)|total (des )?(clics|ouvertures)|(clics|ouvertures) (totaux|totales)|click count|open count|(number of|times) (clicks|opens|clicked|opened)|opened|clicked|ouverts?|cliques?|count|nombre|hits|times)$/,
		/\b(total clicks|total opens|clics totaux|totalclicks)\b/
	],
	[
		'unique',
		/^(uniques?|unique (clicks|opens|clickers)|clics uniques|ouvertures uniques|cliqueurs|ouvreurs|clickers|openers|uniqueclicks|people|personnes|nombre de cliqueurs)$/,
		null
	],
	[
		'reach',
		/^(impressions?|(number of |nombre d |nb d )?impressions|exposures?|expositions?|affichages?|nombre d affichages|shown( to)?|seen by|reach(ed)?|portee|montre a|vu par)$/,
		null
	],
	[
		'topics',
		/^(topics?|themes?|thematiques?|tags?|etiquettes?|categor(y|ies)|categories?|mots? cles?|keywords?)$/,
		null
	],
	[
		'author',
		/^(authors?|auteure?s?|auteur e s|autrices?|by ?line|signatures?|written by|ecrit par|redige par|journalistes?|writers?|redacteurs?|redactrices?)$/,
		null
	],
	[
		'item',
		/^(items?|articles?|stor(y|ies)|title|titre|breves?|headline|sujet|item title|titre de l article)$/,
		null
	],
	[
		'issue',
		/^(issues?|issue (number|no|nr)|numeros?|(n|numero)( d)? (edition|issue)|editions?|n|no|nr)$/,
		null
	],
	[
		'amount',
		/^(amounts?|montants?|spend|spent|depenses?|investissements?|amount spent|cost|couts?|budget|price|prix|tarif|fees?|value|valeur|revenues?|revenus?|ca|chiffre d affaires|ventes?|sales|recettes?|total ttc|total ht|(total|purchase|gross|net|item) (revenue|sales|value)|(revenus?|montant|valeur|ventes?) (total|totale|totaux|totales)|(montant|prix|ca) ttc)( (ht|ttc|eur|euros?|en euros?|usd|gbp|chf|cad|€|\$|£))?$|^(amount|montant|spend|cost|depense|cout|fee|revenue) /,
		null
	],
	['currency', /^(currency|devise|monnaie|currency code)$/, null],
	[
		'from',
		/^(from|start|start date|starts?( on)?|debut|date (de )?debut|du|a partir du|month|mois|week|semaine|period|periode)$/,
		null
	],
	['to', /^(to|end|end date|ends?( on)?|fin|date (de )?fin|au|jusqu au)$/, null],
	[
		'sponsor',
		/^(sponsors?|annonceurs?|advertisers?|partenaires?|partner|client|brand|marque|sponsor name)$/,
		null
	],
	['machine', /^(bot|robot|machine|is bot|proxy|loadedbyproxy|loaded by proxy)$/, null],
	[
		'alias',
		/^(subscriber id|reader id|contact id|user id|customer id|id (abonne|contact|lecteur)|uuid|member id)$/,
		null
	],
	[
		'guaranteed',
		/^(guarantee(d)?|guaranteed clicks|clicks guaranteed|clics garantis|garantie?|objectif de clics|click goal)$/,
		null
	],
	[
		'conversions',
		/^(conversions?|key events?|evenements? cles?|transactions?|achats?|purchases?|ecommerce purchases|commandes?|orders?|(nombre|nb) (de |d )?(conversions?|commandes?|achats?|ventes?|inscriptions?))$/,
		null
	],
	['sessions', /^(sessions?|visites?|visits?|(nombre|nb) de (sessions|visites))$/, null],
	['host', /^(host|host ?name|nom d hote|hote)$/, null]
];

/** Links and addresses that a row names beside what it tells of: where somebody came from, who wrote. */
const BESIDE: Partial<Record<Role, RegExp>> = {
	url: /\b(landing|referr?er|referral|form|profile?|avatar|image|photo|picture|logo|preview|archive|site|web ?site|thumbnail|unsubscribe|desinscription|permalink|online version|version en ligne|domaine?)\b/,
	address: /^(from|sender|reply( to)?|bcc|owner|expediteur|auteur|author)\b/
};

/** Whether a header names something else than what its values would be taken for. */
export function isBeside(header: string, role: Role): boolean {
	return fit(header, role) < 1 && (BESIDE[role]?.test(plainHeader(header)) ?? false);
}

/** How well a header fits a role: 1 for its whole name, 0.5 for a word in it, 0 for neither. */
export function fit(header: string, role: Role): 0 | 0.5 | 1 {
	const text = plainHeader(header);
	const words = WORDS.find(([known]) => known === role);
	if (!words || text === '') return 0;
	const [, whole, part] = words;
	return whole.test(text) || isTimeOf(text, role) ? 1 : part?.test(text) ? 0.5 : 0;
}

/** Roles that one header alone tells. */
export const namedRoles: readonly Role[] = WORDS.map(([role]) => role);
