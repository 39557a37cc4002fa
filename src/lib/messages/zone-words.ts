import { locales } from '#lib/locales.ts';
import { nameKey } from '#lib/name-key.ts';
import { cityOf } from './zone-name.ts';

/** Cities and provinces that people name and that no zone is called after, with their zone. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
	UTC: 'GMT Greenwich Zulu universal universel coordinated coordonné',
	'America/Toronto': 'Montréal Québec Quebec Ottawa Ontario Gatineau Laval Sherbrooke Hamilton',
	'America/Vancouver': 'Victoria British Columbia Colombie-Britannique',
	'America/Edmonton': 'Calgary Alberta',
	'America/Winnipeg': 'Manitoba',
	'America/Regina': 'Saskatchewan Saskatoon',
	'America/Halifax': 'Nova Scotia Nouvelle-Écosse',
	'America/Moncton': 'New Brunswick Nouveau-Brunswick Fredericton',
	'America/St_Johns': 'Newfoundland Terre-Neuve Labrador',
	'America/New_York': 'Boston Washington Philadelphia Atlanta Miami Florida Floride',
	'America/Chicago': 'Dallas Houston Austin Texas Minneapolis',
	'America/Denver': 'Colorado Salt Lake City Utah',
	'America/Phoenix': 'Arizona',
	'America/Los_Angeles': 'San Francisco San Diego Seattle Portland Las Vegas California Californie',
	'Pacific/Honolulu': 'Hawaii Hawaï',
	'America/Sao_Paulo': 'Rio de Janeiro Brasília Brasilia',
	'Europe/Paris': 'Lyon Marseille Lille Bordeaux Toulouse Nantes Strasbourg Rennes Nice',
	'Europe/Brussels': 'Anvers Antwerp Liège Gand Ghent Namur Charleroi Bruges',
	'Europe/Zurich': 'Genève Geneva Lausanne Berne Bern Bâle Basel Neuchâtel Fribourg',
	'Europe/Berlin': 'Munich München Hamburg Hambourg Frankfurt Francfort Köln Cologne Stuttgart',
	'Europe/London': 'England Angleterre Scotland Écosse Wales Manchester Edinburgh Édimbourg',
	'Europe/Madrid': 'Barcelona Barcelone Valencia Sevilla Séville',
	'Europe/Rome': 'Milano Milan Torino Turin Napoli Naples Florence',
	'Europe/Amsterdam': 'Rotterdam Utrecht La Haye The Hague',
	'Europe/Istanbul': 'Ankara Izmir',
	'Africa/Casablanca': 'Rabat Marrakech Fès Tanger',
	'Africa/Johannesburg': 'Cape Town Le Cap Durban Pretoria',
	'Africa/Lagos': 'Abuja',
	'Asia/Calcutta': 'Mumbai Bombay Delhi Bangalore Bengaluru Chennai',
	'Asia/Shanghai': 'Beijing Pékin Shenzhen Guangzhou Canton',
	'Asia/Tokyo': 'Osaka Kyoto',
	'Asia/Saigon': 'Hanoi Hanoï Ho Chi Minh',
	'Asia/Dubai': 'Abu Dhabi',
	'Asia/Jerusalem': 'Tel Aviv',
	'Australia/Sydney': 'Canberra Newcastle',
	'Pacific/Auckland': 'Wellington Christchurch'
};

const regionsOnce: { byZone?: Map<string, string[]> } = {};
const wordsOnce = new Map<string, readonly string[]>();

/** The countries whose clocks a zone gives, where what runs this knows them. */
function regionsOf(zone: string): readonly string[] {
	regionsOnce.byZone ??= regionsByZone();
	return regionsOnce.byZone.get(zone) ?? [];
}

type WithZones = { timeZones?: string[]; getTimeZones?: () => string[] | undefined };

function regionsByZone(): Map<string, string[]> {
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
	const byZone = new Map<string, string[]>();
	for (const region of letters.flatMap((first) => letters.map((second) => first + second))) {
		if (!names.of(region)) continue;
		// a property at first, a method since
		const locale = new Intl.Locale(`und-${region}`) as WithZones;
		for (const zone of locale.getTimeZones?.() ?? locale.timeZones ?? [])
			byZone.set(zone, [...(byZone.get(zone) ?? []), region]);
	}
	return byZone;
}

/** What a time is called in winter and in summer, at length or in short. */
function timesIn(locale: string, zone: string, timeZoneName: 'long' | 'short', year: number) {
	const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName });
	return [0, 6].map(
		(month) =>
			format.formatToParts(Date.UTC(year, month, 15)).find(({ type }) => type === 'timeZoneName')
				?.value ?? ''
	);
}

/**
 * How a time is abbreviated, “CET” or “EST” and « HNE »: as a neighbour does whose English has a name
 * for it, else as the country itself.
 */
function abbreviations(zone: string, region: string | undefined, year: number): string[] {
	const language = new Intl.Locale(`und-${region ?? 'GB'}`).maximize().language;
	const own = region === undefined ? [] : [`en-${region}`, `${language}-${region}`];
	const isAmerican = zone.startsWith('America/');
	const named = (locale: string) =>
		// what has digits is the distance to UTC
		timesIn(locale, zone, 'short', year).filter((name) => /^\p{L}+$/u.test(name));
	for (const locale of [isAmerican ? 'en-US' : 'en-GB', ...own]) {
		const names = named(locale);
		if (names.length) return isAmerican ? [...names, ...named('fr-CA')] : names;
	}
	return [];
}

/** The words of texts, each once: of several spellings the first. */
export function distinctTexts(texts: readonly string[]): string[] {
	const words = texts.flatMap((text) => text.split(/[^\p{L}\p{Sc}]+/u));
	const byKey = new Map<string, string>();
	for (const word of words) {
		const key = nameKey(word);
		if (key !== '' && !byKey.has(key)) byKey.set(key, word);
	}
	return [...byKey.values()];
}

/**
 * The words by which people may look for a time zone, each once whatever its accents: what its time is called
 * and abbreviated (“CET”, « HNE »), its country and its cities, in every language of the pages whichever
 * one the page is in.
 *
 * @param year whose winter and summer time are meant
 */
export function zoneWords(zone: string, year: number): readonly string[] {
	// a year that has no summer time there has fewer
	const key = `${zone} ${year}`;
	const known = wordsOnce.get(key);
	if (known) return known;

	const regions = regionsOf(zone);
	const short = abbreviations(zone, regions[0], year);
	const said = locales.flatMap((locale) => {
		const names = new Intl.DisplayNames(locale, { type: 'region' });
		return [
			...timesIn(locale, zone, 'long', year),
			cityOf(zone, locale),
			...regions.map((region) => names.of(region) ?? '')
		];
	});
	const once = distinctTexts([...said, ...short, ALSO_CALLED[zone] ?? '']);
	wordsOnce.set(key, once);
	return once;
}
