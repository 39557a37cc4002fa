/** Nouns that are counted, in singular and plural. */
const nouns = {
	en: [
		'reader',
		'topic',
		'item',
		'issue',
		'placement',
		'channel',
		'click',
		'clicker',
		'buyer',
		'author',
		'section',
		'day',
		'position',
		'month',
		'row',
		'file',
		'send',
		'export',
		'list',
		'event',
		'cohort',
		'campaign',
		'company',
		'rule',
		'link',
		'page',
		'report'
	].map((one): [string, string] => [one, one === 'company' ? 'companies' : `${one}s`]),
	fr: [
		'lecteur',
		'thème',
		'article',
		'numéro',
		'emplacement',
		'clic',
		'cliqueur',
		'acheteur',
		'auteur',
		'rubrique',
		'jour',
		'position',
		'inscription',
		'départ',
		'ligne',
		'fichier',
		'envoi',
		'export',
		'liste',
		'événement',
		'cohorte',
		'campagne',
		'entreprise',
		'partenaire',
		'ouverture',
		'règle',
		'lien',
		'page',
		'rapport',
		'canal'
	].map((one): [string, string] => [one, one === 'canal' ? 'canaux' : `${one}s`])
};

const verbs = {
	en: [
		['is', 'are'],
		['was', 'were'],
		['has', 'have'],
		['counts', 'count']
	],
	fr: [
		['est', 'sont'],
		['a', 'ont'],
		['était', 'étaient'],
		['compte', 'comptent']
	]
};

/** A whole number that stands alone: no part of a decimal, a date or a percentage. */
const NUMBER = String.raw`(?<![\p{L}\d.,:€–\u00a0-])(\d+)(?![\d.,:%]|\u00a0[%€\d])`;

/** What in a sentence does not agree with the number before it: “1 topics”, “1 ont été cliqués”. */
export function faultsIn(text: string, locale: 'en' | 'fr'): string[] {
	// French counts none as one
	const isOne = (n: number) => (locale === 'fr' ? n < 2 : n === 1);
	const pairs = [...nouns[locale], ...verbs[locale]];
	return pairs.flatMap(([one, many]) =>
		[...text.matchAll(new RegExp(`${NUMBER} (${one}|${many})(?!\\p{L})`, 'gu'))]
			.filter(([, n, word]) => (isOne(Number(n)) ? word !== one : word !== many))
			.map(([fault]) => fault)
	);
}
