import { normalHeader } from '../../headers.ts';
import type { Role } from '../../recogniser.ts';
import { withoutChoice } from '../../words/denials.ts';
import { anyWord, withoutUmlauts } from '../../words/languages.ts';
import { withoutWhose } from '../../words/machines.ts';
import { MINOR_WORDS } from '../../plans/amounts.ts';
import { isTimeOf } from './time-words.ts';

/** A header as the words below know it: without accents, brackets and points, and how it is filled (`yes/no`). */
export function plainHeader(header: string): string {
	// `totalClicks` is "total clicks"
	return withoutUmlauts(
		normalHeader(withoutChoice(header).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.replaceAll('ß', 'ss')
			.replace(/[()[\]{}.:/#*?"'’°º]+/g, ' ')
			.replace(/\s+/g, ' ')
			.trim()
	);
}

/** Words in a header that make a role likely, where it is not its whole name. */
const PARTS: Partial<Record<Role, RegExp>> = {
	address:
		/\b(e ?mail|courriel|correo)\b(?! (id|subject|name|status|count|client|campaign|type|sent|title|blacklisted|opt|marketing|consent))/,
	at: /\b(timestamp|horodatage|datetime|zeitstempel|zeitpunkt|tijdstip)\b/,
	url: /\b(url|lien|link)\b(?! (name|id|text|count|alias|title|label))/,
	campaign: /\b(campaign|campagne|kampagne|campana|campagna|campanha)\b/,
	subject: /\b(subject|objet|betreff|asunto|oggetto|onderwerp|assunto)\b/,
	status: /\b(status|statut|consent|estado|stato)\b(?! (date|time|timestamp|at))/,
	channel: /\butm source\b/,
	agent: /\buser ?agent\b/,
	total: /\b(total clicks|total opens|clics totaux|totalclicks)\b/,
	currency:
		/^(?!.*\b(converted|conversion|convert\w*|settlement|balance|payout|commission|facing|exchange|rate|fees?|symbol|taux|frais|conversion|versement|kurs|cambio|local)\b).*\b(currency|devise|monnaie|wahrung|divisa|moneda|valuta|moeda)\b/,
	amount:
		/^(amount|montant|spend|cost|depense|cout|fee|revenue|betrag|importe|importo|bedrag|valor) /
};

/** Roles that one header alone tells. */
export const namedRoles: readonly Role[] = [
	'address',
	'at',
	'url',
	'linkName',
	'event',
	'campaign',
	'campaignName',
	'subject',
	'sentAt',
	'status',
	'joined',
	'left',
	'channel',
	'country',
	'device',
	'agent',
	'total',
	'unique',
	'reach',
	'topics',
	'author',
	'item',
	'issue',
	'amount',
	'currency',
	'from',
	'to',
	'sponsor',
	'machine',
	'alias',
	'guaranteed',
	'conversions',
	'sessions',
	'host'
];

/** How amounts say their currency and whether taxes are in them. */
const CODES = Intl.supportedValuesOf('currency').join('|').toLowerCase();
const MONEY = `( (ht|ttc|netto|brutto|euros?|en euros?|${CODES}|€|\\$|£|¥|₩|₹|(?:in |en |em )?(?:${MINOR_WORDS})|ct))`;
/**
 * A sum that says its currency is of money: `Total (EUR)`, « Total TTC ». Alone, or with a code that is
 * a word, it may be of anything.
 */
const SUM_OF_MONEY = `(?:(?:grand )?total|total general|totale?|totaal|gesamt|summe|suma|somme|soma)(?! (?:all|top|cup|pen)$)${MONEY}`;

const WHOLE = new Map(
	namedRoles.map((role) => {
		const names = anyWord(({ headers }) => headers[role]);
		const whole = role === 'amount' ? `(?:${names})${MONEY}?|${SUM_OF_MONEY}` : names;
		return [role, new RegExp(`^(?:${whole})$`)];
	})
);

/** Links and addresses that a row names beside what it tells of: where somebody came from, who wrote. */
const BESIDE: Partial<Record<Role, RegExp>> = {
	url: /\b(linked ?in|twitter|facebook|instagram|mastodon|bluesky|tiktok|youtube|github|landing|referr?er|referral|form|profile?|avatar|image|photo|picture|logo|preview|archive|site|web ?site|thumbnail|unsubscribe|desinscription|permalink|online version|version en ligne|browser|navigateur|web ?version|version web|domaine?)\b/,
	address:
		/^(from|sender|reply( to)?|b?cc|expediteur|auteur|author|message id|msg ?id)\b|\b(owner|manager|sales ?rep\w*|agent|assigned|assignee|referr\w*|referral|invite[dr]|forwarded|added by|created by|friend|parrain\w*|proprietaire|responsable|conseiller|ami|absender|betreuer\w*|verantwortlich\w*|geworben|empfohlen|remitente|referido|mittente|referente|afzender|beheerder|remetente)\b/
};

/** Whether a header names something else than what its values would be taken for. */
export function isBeside(header: string, role: Role): boolean {
	return headerFit(header, role) < 1 && (BESIDE[role]?.test(plainHeader(header)) ?? false);
}

/** How well a header fits a role: 1 for its whole name, 0.5 for a word in it, 0 for neither. */
export function headerFit(header: string, role: Role): 0 | 0.5 | 1 {
	const own = lastParts(header);
	const whole = fitOf(header, role);
	return whole === 1 || own === header ? whole : (Math.max(whole, fitOf(own, role)) as 0 | 0.5 | 1);
}

/** The last two parts of a path in JSON, which are what it is called: `campaign.name` of `_source.campaign.name`. */
export function lastParts(header: string): string {
	return /^[\w@$-]+(?:\.[\w@$-]+){2,}$/.test(header)
		? header.split('.').slice(-2).join('.')
		: header;
}

/** What amounts are of that a row has one of: "Price per issue", "Cost per month" is what was paid. */
const PAID_AT_ONCE =
	'issues?|edition|letters?|newsletter|placement|slot|ads?|insertion|send|day|week|month|quarter|year|numero|lettre|infolettre|parution|envoi|emplacement|jour|semaine|mois|trimestre|an|annee|ausgabe|anzeige|tag|woche|monat|quartal|jahr|edicion|numero|dia|semana|mes|ano|edizione|giorno|settimana|mese|anno|uitgave|editie|dag|maand|kwartaal|jaar|edicao|channel|canal|kanal|kanaal|canale|campaign|campagne|kampagne|campana|campagna|campanha|source|sponsor|annonceur';
const ONE_OF_MANY = new RegExp(
	`\\b(?:per|par|pro|por|je) (?!(?:${PAID_AT_ONCE})\\b)|\\b(?:average|avg|mean|moyen(?:ne)?|durchschn\\w*|promedio|gemiddelde?)\\b`
);
/** `Cost / conv.`, and not `Amount / EUR` or `HT/TTC` */
const SHARE = /\/ ?(?:conv|clic|click|klick|lead|sub|abo|result|session|visit|acqui|install|user)/i;

/** Whether a header names what one of many cost or brought, which no row is the sum of: "Cost per click". */
export function isUnitPrice(header: string): boolean {
	return ONE_OF_MANY.test(plainHeader(header)) || SHARE.test(header);
}

function fitOf(header: string, role: Role): 0 | 0.5 | 1 {
	const plain = withoutZone(plainHeader(header));
	const text = role === 'total' || role === 'unique' ? withoutWhose(plain) : plain;
	if (text === '' || (role === 'amount' && isUnitPrice(header))) return 0;
	if (WHOLE.get(role)?.test(text) || isTimeOf(text, role)) return 1;
	const part = PARTS[role]?.test(text) ?? false;
	// an amount that begins so is as sure as one called so
	return part ? (role === 'amount' ? 1 : 0.5) : 0;
}

const NUMBERS = new RegExp(`\\b(${anyWord(({ numbers }) => [numbers])})\\b`, 'g');

/** A header without the words that only say that it is a number: `times opened`, `nombre de clics`. */
export function withoutNumber(header: string): string {
	return header.replace(NUMBERS, ' ').trim();
}

const ZONE =
	/ (in )?(utc|gmt|[a-z]+ time|([ecmp][sd]t|ce?s?t|bst|wes?t|ees?t)\b)( ?[+-]?\d{1,2}( ?\d\d)?)?$/;

/** A plain header without the zone that its times are in: `event date utc`. */
function withoutZone(header: string): string {
	return header.replace(ZONE, '');
}
