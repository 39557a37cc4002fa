// Long, because what speaks for each kind of file stands side by side, to be weighed against the others.
import { stemOf } from '#lib/file-name.ts';
import type { EventKind } from '../facts.ts';
import type { RoleColumns, FileFacts, FileKind, Role } from '../recogniser.ts';
import { readNumber } from '../../csv/numbers.ts';
import { textOf } from '../plans/event-reader.ts';
import { readStatus, yesOrNo } from '../plans/subscriber-reader.ts';
import { eventOf } from '../plans/event-words.ts';
import { genresOf, speaksOf, stems, type Genre, type Stem } from './genre-words.ts';
import { headerFit, plainHeader } from './header-words.ts';
import { linkColumns } from './link-columns.ts';
import { isNeutral } from './neutral-words.ts';
import { isSpentOfBudget } from './spent-column.ts';
import { wideRoles } from './wide.ts';

/** One way to read a file: what its rows are, and which column is what. */
export type Candidate = { kind: FileKind; event?: EventKind | undefined; columns: RoleColumns };

/** From this on a reading is taken by itself. */
export const clear = 3;
/** Below this nothing speaks for it. */
export const least = 1;
/** How far the next kind must be behind. */
export const gap = 0.75;

/** What reports say of a link beside its clicks. */
const OF_LINKS =
	/\b(clicks?|clics?|klicks?|opens?|ouvertures?|unsub\w*|desabonnements?|desinscriptions?|ctr|sections?|rubriques?)\b/;

/** Words for an amount that do not say which way it went. */
const EITHER =
	/^(?:amounts?|montants?|betrag|betraege|importes?|importi?o?|bedrag|valor|total|somme|sum|summe)$/;

/** What is known of a contact, and where a link stood. */
const ALSO_OF_CONTACTS =
	/^((contact|lead|link|item|block|lien) )?(phone|mobile|telephone|telefon\w*|celular|handy)( (number|no))?$|^((contact|lead|link|item|block) )?(score|rating|position)$|^last (seen|login)$|^position( (du|of the|of) (lien|link))?$/;

const hostile: Record<'mail' | 'list' | 'tags' | 'spend' | 'value' | 'placements', Genre[]> = {
	mail: [
		'orders',
		'invoices',
		'products',
		'surveys',
		'meetings',
		'support',
		'people',
		'deals',
		'analytics',
		'search',
		'ads',
		'phones',
		'bank',
		'systems',
		'calendars',
		'gifts'
	],
	list: [
		'orders',
		'invoices',
		'surveys',
		'meetings',
		'support',
		'analytics',
		'search',
		'ads',
		'bank',
		'systems',
		'calendars',
		'deals',
		'gifts'
	],
	tags: [
		'orders',
		'invoices',
		'products',
		'meetings',
		'support',
		'people',
		'search',
		'ads',
		'calendars'
	],
	spend: ['orders', 'invoices', 'surveys', 'meetings', 'people', 'bank', 'support', 'deals'],
	value: ['invoices', 'surveys', 'people', 'support', 'ads', 'search'],
	placements: ['surveys', 'people', 'support', 'meetings', 'phones']
};

/** What is known of a file before any reading of it is weighed. */
// eslint-disable-next-line max-lines-per-function -- a closure: one state of what was seen, and the questions to it
export function weigher(file: FileFacts) {
	const { table } = file;
	const { header, sample } = table;
	const genres = genresOf(header);
	const names = [stemOf(file.name), table.title ?? ''].join(' ');
	const labelled = file.labels.flat().join(' ');
	// a house is open too, and so are positions
	const named = plainHeader(names).replace(/\bopen\b/g, ' ');
	const isNamed = (stem: Stem) => speaksOf(named, stem);
	const cells = (column: number | undefined) =>
		column === undefined ? [] : sample.flatMap((row) => textOf(row[column]) ?? []);
	const share = (all: readonly string[], is: (cell: string) => boolean) =>
		all.length === 0 ? 0 : all.filter(is).length / all.length;

	/** columns of a table with one for each link */
	const ofLinks = new Set(
		linkColumns(file).flatMap(({ at, total, unique }) => [at, total, unique])
	);

	/** The headers that speak of a trade; what lists of contacts and links have too does so in company alone. */
	function telltales(genre: Genre, { address }: RoleColumns): readonly string[] {
		const names = genres.get(genre) ?? [];
		const isAlone = names.length < 3 && address !== undefined;
		return isAlone && names.every((name) => ALSO_OF_CONTACTS.test(plainHeader(name))) ? [] : names;
	}

	/** Headers of other trades that a reading does not explain. */
	function strangers(against: readonly Genre[], columns: RoleColumns, spared: readonly Role[]) {
		const explained = new Set(
			Object.entries(columns)
				.filter(([role]) => spared.includes(role as Role))
				.map(([, column]) => header[column])
		);
		const others = new Set(against.flatMap((genre) => telltales(genre, columns)));
		return [...others].filter((name) => !explained.has(name)).length;
	}

	/** Whether every column has a part, or is one that any table may have. */
	function isUnderstood(columns: RoleColumns, more?: RegExp): boolean {
		const used = new Set([...Object.values(columns), ...ofLinks]);
		return header.every((name, column) => {
			return used.has(column) || isNeutral(name) || (more?.test(plainHeader(name)) ?? false);
		});
	}

	/** What speaks for rows being of sends: they name one, as others do. */
	function sendEvidence(columns: RoleColumns): number {
		const { campaign, campaignName, subject, issue } = columns;
		const column = campaign ?? campaignName ?? issue ?? subject;
		const labelNames = file.labels.some(([label]) => speaksOf(label, 'mail'));
		if (column !== undefined) return differsPerRow(cells(column)) ? -1 : 1;
		return labelNames || isNamed('mail') || header.some((name) => speaksOf(name, 'mail')) ? 0.5 : 0;
	}

	function differsPerRow(values: readonly string[]): boolean {
		return values.length >= 6 && new Set(values).size > 0.9 * values.length;
	}

	const says = (column: number | undefined, stem: Stem) =>
		column !== undefined && speaksOf(header[column] ?? '', stem);
	const anyIs = (name: RegExp) => header.some((called) => name.test(plainHeader(called)));
	const anySays = (stem: Stem) => header.some((name) => speaksOf(name, stem));

	function words(column: number | undefined): number {
		const all = cells(column);
		const kinds = all.map(eventOf);
		const kept = new Set(kinds.filter((kind) => kind !== null && kind !== 'other'));
		const known = share(all, (cell) => eventOf(cell) !== null);
		if (kept.size === 0) return 0;
		// deliveries and failures alone may be of parcels, open alone of tickets
		const isTold = all.some((cell) => /bounce|rebond/i.test(cell));
		const telling = [...kept].filter((kind) => kind !== 'delivery' && kind !== 'bounce').length;
		const isOpenAlone =
			telling === 1 &&
			kept.has('open') &&
			headerFit(header[column ?? -1] ?? '', 'event') < 1 &&
			all.every((cell, i) => kinds[i] !== 'open' || /^open$/i.test(cell));
		const isMixed = kept.size >= 2 && (telling > 0 || isTold) && !isOpenAlone;
		const worth = isMixed ? 3 : telling > 0 ? 1.5 : 1;
		return known >= 0.8 ? worth : known >= 0.5 ? worth / 2 : 0;
	}

	const weights: Record<FileKind, (candidate: Candidate) => number> = {
		events: ({ columns, event }) => {
			const wide = wideRoles.filter((role) => columns[role] !== undefined);
			const base = 0.5 + sendEvidence(columns) + (isUnderstood(columns) ? 1 : 0);
			if (wide.length > 0) {
				const telling = wide.filter(
					(role) => role !== 'delivered' && isTelling(header[columns[role]!] ?? '')
				).length;
				// how far each reader came: the words are all there is
				const said = telling > 0 || columns.event === undefined ? 0 : words(columns.event);
				const all = Math.min(telling + said, 3);
				return base + 0.5 + all - strange('mail', columns, [...wideRoles, 'event']);
			}
			if (event !== undefined) {
				const isSaid = says(columns.at, event) || anySays(event);
				const isTold = sendEvidence(columns) === 1 ? 0 : -1.5;
				// why somebody left is asked of them, and no survey
				const asked =
					event === 'unsubscribe'
						? header.filter((name) =>
								/^(comments?|feedback|commentaires?)$/.test(plainHeader(name))
							)
						: [];
				const against = strange('mail', columns) - 2 * asked.length;
				const said = isSaid ? 2 : isNamed(event) ? 1.5 : 0;
				return base + said + isTold - Math.max(against, 0);
			}
			const isHeaded = headerFit(header[columns.event ?? -1] ?? '', 'event') === 1 ? 0.5 : 0;
			// any column of dates may be that of something else
			const isTimed =
				headerFit(header[columns.at ?? -1] ?? '', 'at') > 0 || says(columns.at, 'delivery');
			return (
				base +
				words(columns.event) +
				isHeaded -
				(isTimed ? 0 : 1) -
				strange('mail', columns, ['event'])
			);
		},
		clicks: ({ columns }) => {
			const links = cells(columns.url ?? columns.linkName);
			const isSaid = says(columns.at, 'click') || says(columns.url, 'click') || anySays('click');
			const repeat = links.length >= 4 && new Set(links).size <= 0.6 * links.length ? 0.5 : 0;
			const word = isSaid ? 2 : isNamed('click') ? 1.5 : -0.5;
			const whose = columns.address === undefined ? 0 : 0.5;
			// so many clicks of nobody in particular are a count, whatever else is said of when they came
			const isCount = whose === 0 && (columns.total ?? columns.unique) !== undefined;
			const base = whose + 0.5 + repeat + word + sendEvidence(columns) - (isCount ? 1 : 0);
			return base + (isUnderstood(columns) ? 1 : 0) - strange('mail', columns);
		},
		opens: ({ columns }) => {
			const word = says(columns.at, 'open') ? 2 : isNamed('open') ? 1.5 : anySays('open') ? 1 : -1;
			// who opened clicked no link
			const linked = columns.url !== undefined && cells(columns.url).length > 0.8 * sample.length;
			const base = 0.5 + word + sendEvidence(columns) - (linked ? 1 : 0);
			return base + (isUnderstood(columns) ? 1 : 0) - strange('mail', columns);
		},
		deliveries: ({ columns }) => {
			const word = says(columns.at, 'delivery') ? 1.5 : isNamed('delivery') ? 1 : -1;
			const base = 0.5 + word + sendEvidence(columns);
			return base + (isUnderstood(columns) ? 1 : 0) - strange('mail', columns);
		},
		counts: ({ columns, event = 'click' }) => {
			const word = event === 'click' || event === 'open' ? event : ('delivery' as const);
			const isRated = anyIs(/^(ctr|click rate|taux de clics?|klick ?rate)$/);
			const isSaid =
				says(columns.total, word) || says(columns.unique, word) || isRated || ofLinks.size > 0;
			const understood = isUnderstood(columns, OF_LINKS) ? 1 : 0;
			const name = isNamed(word) ? 1 : 0;
			const base = sendEvidence(columns) + understood + (isSaid ? 1.5 : 0) + name;
			if (columns.address !== undefined) return base + 0.5 - strange('mail', columns);
			const both = columns.total !== undefined && columns.unique !== undefined ? 0.5 : 0;
			const isLink = /\b(links?|urls?|liens?|enlaces?|collegament\w*)\b/.test(
				plainHeader(`${header[columns.url ?? columns.linkName ?? -1] ?? ''} ${names}`)
			);
			// where links stand, and which was clicked most
			const ranks = header.filter((called) =>
				/^(rank|rang|position|ctr|platz|posicion|posizione|positie)$/.test(plainHeader(called))
			).length;
			const against = Math.max(strange('mail', columns, ['reach']) - 2 * ranks, 0);
			return base + 0.5 + both + (isLink ? 0.5 : 0) - against;
		},
		report: () => 0,
		sends: ({ columns }) => {
			const named = columns.campaign ?? columns.campaignName ?? columns.issue ?? columns.subject;
			const values = cells(named);
			const repeats = values.length >= 4 && new Set(values).size <= 0.6 * values.length ? 3 : 0;
			const totals = (
				['open', 'click', 'unsubscribe', 'bounce', 'delivery', 'complaint'] as const
			).filter((stem) =>
				header.some((name, column) => speaksOf(name, stem) && areNumbers(cells(column)))
			).length;
			const isCalled = (columns.campaign ?? columns.campaignName ?? columns.issue) !== undefined;
			const said = isCalled || columns.subject !== undefined ? 1 : 0;
			const both = isCalled && columns.subject !== undefined ? 1 : 0;
			const when = columns.sentAt === undefined ? 0 : says(columns.sentAt, 'delivery') ? 1 : 0.5;
			const name = isNamed('mail') || speaksOf(labelled, 'mail') ? 0.5 : 0;
			const rest = isUnderstood(columns) ? 0.5 : 0;
			const against = strange('mail', columns, ['amount', 'total', 'unique', 'sentAt']);
			return said + both + when + name + rest + 0.7 * Math.min(totals, 4) - repeats - against;
		},
		subscribers: ({ columns, event }) => {
			const known = share(cells(columns.status), (cell) => readStatus(cell) !== undefined);
			const subscription = share(cells(columns.status), (cell) =>
				/subs|abon|inscri|abgemeld|angemeld|afgemeld|aangemeld|geschreven|suscri|iscritt|geabonneerd|opt|consent|expres|tacit/i.test(
					cell
				)
			);
			const state = known < 0.8 ? 0 : subscription > 0 ? 2 : 1;
			const joined = header[columns.joined ?? -1] ?? '';
			const joining =
				columns.joined === undefined
					? 0
					: /subscri|opt|join|sign ?up|signed|inscri|abon|anmeld|angemeld|eintrag|suscri|alta|iscri|inschrij|ingeschrev|aanmeld|aangemeld|subscr|activated/i.test(
								plainHeader(joined)
						  )
						? 2
						: 1;
			// who left, by which issue, is better told as what happened
			const named = columns.campaign ?? columns.campaignName ?? columns.issue ?? columns.subject;
			const isAway = event !== undefined && named === undefined;
			const isDated = columns.left !== undefined && (event === undefined || isAway);
			const leaving = isDated ? (says(columns.left, 'unsubscribe') ? 2 : 1) : 0;
			const flags = header.some(
				(name, column) =>
					isFlagOfMail(plainHeader(name)) &&
					share(cells(column), (cell) => yesOrNo(cell) !== undefined) > 0.8
			)
				? 1.5
				: 0;
			const list = isNamed('list') || isNamed('mail') ? 1.5 : anySays('list') ? 0.5 : 0;
			// a list names each reader once, and has no time of each row beside the day they joined
			const readers = cells(columns.address).map((cell) => cell.trim().toLowerCase());
			const isRepeated = readers.length >= 6 && new Set(readers).size < 0.8 * readers.length;
			const isTimed =
				columns.joined !== undefined && headerFit(header[columns.at ?? -1] ?? '', 'at') === 1;
			const against = (isRepeated ? 2 : 0) + (isTimed && event === undefined ? 1 : 0);
			const away = isAway ? 2 + (isNamed(event) || isNamed('suppress') ? 1 : 0) : 0;
			const rest = isUnderstood(columns, OF_MAIL) ? 0.5 : 0;
			return (
				state +
				joining +
				leaving +
				flags +
				list +
				away +
				rest -
				against -
				strange('list', columns, ['status'])
			);
		},
		tags: ({ columns }) => {
			const topics =
				columns.topics === undefined
					? 0
					: /topic|them|rubri|subject|sujet|thema|tema|argoment|onderwerp/.test(
								plainHeader(header[columns.topics] ?? '')
						  )
						? 2
						: 1.5;
			const author = columns.author === undefined ? 0 : topics ? 0.5 : 1.5;
			const what = columns.issue !== undefined || columns.item !== undefined ? 1 : 0;
			const link = columns.url === undefined ? 0 : 0.5;
			// what is open or closed is a task, and no issue that somebody wrote
			const isTask = (columns.status ?? columns.event) !== undefined;
			const rest = isTask ? -1 : isUnderstood(columns) ? 1 : topics ? 0 : -0.5;
			return topics + author + what + link + rest - strange('tags', columns);
		},
		spend: ({ columns }) => {
			const isSaid = says(columns.amount, 'spend') || isSpentOfBudget(table, columns.amount ?? -1);
			const word = isSaid ? 1.5 : isNamed('spend') ? 1 : 0;
			const channel = columns.channel === undefined ? 0 : 1;
			const campaign = columns.campaign ?? columns.campaignName;
			const ads = genres.has('ads') ? 0.5 : 0;
			const when = columns.from ?? columns.at;
			return (
				word +
				channel +
				ads +
				(campaign === undefined ? 0 : 0.5) +
				(when === undefined ? 0 : 0.5) +
				(columns.currency === undefined ? 0 : 0.5) +
				(isUnderstood(columns, /impr|click|clic|cpc|cpm|ctr|reach/) ? 0.5 : 0) -
				strange('spend', columns)
			);
		},
		value: ({ columns }) => {
			// "Amount" alone is as good a word for what was paid as for what came in
			const open =
				!isNamed('value') &&
				(columns.address ?? columns.url) === undefined &&
				EITHER.test(plainHeader(header[columns.amount ?? -1] ?? ''));
			const word = says(columns.amount, 'value') || isNamed('value') ? (open ? 0.5 : 1) : 0;
			const whose = columns.address ?? columns.channel ?? columns.campaign ?? columns.url;
			const trade = ['orders', 'gifts', 'analytics'].some((genre) => genres.has(genre as Genre));
			const when = columns.from ?? columns.at;
			const currency = columns.currency === undefined ? 0 : 0.5;
			const counted = columns.conversions === undefined ? 0 : 1;
			// an amount that most rows have none of is a column of contacts, and no sale of each row
			const amounts = cells(columns.amount).map(readNumber);
			const isIdle = amounts.filter((n) => n === 0).length > 0.3 * amounts.length;
			return (
				word +
				(whose === undefined ? 0 : 1) +
				(trade ? 0.5 : 0) +
				(when === undefined ? 0 : 0.5) +
				currency +
				counted +
				(isUnderstood(columns) ? 0.5 : 0) -
				(isIdle ? 1 : 0) -
				strange('value', columns, ['conversions', 'sessions', 'amount'])
			);
		},
		placements: ({ columns }) => {
			const sponsor = columns.sponsor === undefined ? 0 : 1.5;
			const amount = columns.amount === undefined ? 0 : 0.5;
			const issue = (columns.issue ?? columns.campaign ?? columns.item) === undefined ? 0 : 1;
			const promised = columns.guaranteed === undefined ? 0 : 0.5;
			const name = /sponsor|annonceur|placement|advertiser|emplacement|werbekund/.test(
				plainHeader(names)
			)
				? 0.5
				: 0;
			return (
				sponsor +
				amount +
				issue +
				promised +
				name +
				(isUnderstood(columns) ? 0.5 : 0) -
				// a place in an issue is a position too
				Math.max(strange('placements', columns) - (sponsor > 0 && anyIs(/^position$/) ? 2 : 0), 0)
			);
		}
	};

	function strange(of: keyof typeof hostile, columns: RoleColumns, spared: readonly Role[] = []) {
		return 2 * Math.min(strangers(hostile[of], columns, spared), 3);
	}

	return {
		/** How plausible a reading is: 3 and more is clear, below 1 nothing speaks for it. */
		weigh: (candidate: Candidate) => weights[candidate.kind](candidate)
	};
}

function areNumbers(cells: readonly string[]): boolean {
	return cells.length > 0 && cells.every((cell) => readNumber(cell) !== 'bad');
}

/** Whether a header speaks of something that only happens to mail. */
function isTelling(header: string): boolean {
	const text = plainHeader(header);
	return (['open', 'click', 'unsubscribe', 'bounce', 'complaint'] as const).some((stem) =>
		stems[stem].test(text)
	);
}

/** What a column of yes and no says where it is about who gets the newsletter. */
const OF_MAIL =
	/\b(opt(ed)? ?(in|out)|unsub\w*|subscri\w*|news ?letters?|(?:weekly|daily|monthly|jobs?) (?:letter|digest)|digest|wochenbrief|rundbrief|boletin|boletim|bollettino|nieuwsbrief|marketing|consent|accepts?|j accepte|black ?list\w*|desabo\w*|abonn\w*|inscri\w*|lettre|infolettre|enabled|active|actif|confirmed|einwilligung|angemeldet|suscrit\w*|iscritt\w*|ingeschreven|inscrito)\b/;

/** Whether a column of yes and no says who gets the newsletter. */
export function isFlagOfMail(header: string): boolean {
	return OF_MAIL.test(header) && !/\b(sms|phone|push|whatsapp|postal)\b/.test(header);
}
