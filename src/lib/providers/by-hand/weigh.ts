// Long, because what speaks for each kind of file stands side by side, to be weighed against the others.
import type { EventKind } from '../facts.ts';
import type { FileKind, RoleColumns } from '../recogniser.ts';
import { readNumber } from '../../csv/numbers.ts';
import { yesOrNo } from '../plans/subscriber-reader.ts';
import {
	anyIs,
	anySays,
	cells,
	isNamed,
	isUnderstood,
	says,
	sendEvidence,
	share,
	strange,
	wordEvidence,
	type Seen
} from './evidence.ts';
import { contentOfColumn, isTime } from './cells/cell-content.ts';
import { speaksOf, stems, type Genre, type Stem } from './words/genre-words.ts';
import { headerFit, plainHeader } from './words/header-words.ts';
import { isOrder } from './cells/order-numbers.ts';
import { hasHistory } from './shapes/rows-of-readers.ts';
import { isSpentOfBudget } from './money/spent-column.ts';
import { isStateFlag } from './states/state-flags.ts';
import { statusReader } from './states/status-codes.ts';
import { wideRoles } from './shapes/wide.ts';

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

/** Rows of which each says what happened: in a column of words, in one column for each kind, or all the same. */
function weighEvents(seen: Seen, { columns, event }: Candidate): number {
	const wide = wideRoles.filter((role) => columns[role] !== undefined);
	const base = 0.5 + sendEvidence(seen, columns) + (isUnderstood(seen, columns) ? 1 : 0);
	if (wide.length > 0) {
		const telling = wide.filter(
			(role) => role !== 'delivered' && isTelling(seen.header[columns[role]!] ?? '')
		).length;
		// how far each reader came: the words are all there is
		const said = telling > 0 || columns.event === undefined ? 0 : wordEvidence(seen, columns.event);
		const all = Math.min(telling + said, 3);
		return base + 0.5 + all - strange(seen, 'mail', columns, [...wideRoles, 'event']);
	}
	if (event !== undefined) {
		const isSaid = says(seen, columns.at, event) || anySays(seen, event);
		const told = sendEvidence(seen, columns) === 1 ? 0 : -1.5;
		// why somebody left is asked of them, and no survey
		const asked =
			event === 'unsubscribe'
				? seen.header.filter((name) =>
						/^(comments?|feedback|commentaires?)$/.test(plainHeader(name))
					)
				: [];
		const against = strange(seen, 'mail', columns) - 2 * asked.length;
		const said = isSaid ? 2 : isNamed(seen, event) ? 1.5 : 0;
		return base + said + told - Math.max(against, 0);
	}
	const headed = headerFit(seen.header[columns.event ?? -1] ?? '', 'event') === 1 ? 0.5 : 0;
	// any column of dates may be that of something else
	const isTimed =
		headerFit(seen.header[columns.at ?? -1] ?? '', 'at') > 0 || says(seen, columns.at, 'delivery');
	return (
		base +
		wordEvidence(seen, columns.event) +
		headed -
		(isTimed ? 0 : 1) -
		strange(seen, 'mail', columns, ['event'])
	);
}

/** Clicks, each with its link. */
function weighClicks(seen: Seen, { columns }: Candidate): number {
	const links = cells(seen, columns.url ?? columns.linkName);
	const isSaid =
		says(seen, columns.at, 'click') || says(seen, columns.url, 'click') || anySays(seen, 'click');
	const repeat = links.length >= 4 && new Set(links).size <= 0.6 * links.length ? 0.5 : 0;
	const word = isSaid ? 2 : isNamed(seen, 'click') ? 1.5 : -0.5;
	const whose = columns.address === undefined ? 0 : 0.5;
	// so many clicks of nobody in particular are a count, whatever else is said of when they came
	const isCount = whose === 0 && (columns.total ?? columns.unique) !== undefined;
	const base = whose + 0.5 + repeat + word + sendEvidence(seen, columns) - (isCount ? 1 : 0);
	return base + (isUnderstood(seen, columns) ? 1 : 0) - strange(seen, 'mail', columns);
}

/** Opens, one a row. */
function weighOpens(seen: Seen, { columns }: Candidate): number {
	const word = says(seen, columns.at, 'open')
		? 2
		: isNamed(seen, 'open')
			? 1.5
			: anySays(seen, 'open')
				? 1
				: -1;
	// who opened clicked no link
	const isLinked =
		columns.url !== undefined && cells(seen, columns.url).length > 0.8 * seen.sample.length;
	// who joined when, and opened last when, is of all letters
	const isOfAll = columns.joined !== undefined && hasHistory(seen.file.table);
	const base = 0.5 + word + sendEvidence(seen, columns) - (isLinked ? 1 : 0) - (isOfAll ? 2 : 0);
	return base + (isUnderstood(seen, columns) ? 1 : 0) - strange(seen, 'mail', columns);
}

/** Deliveries, one a row. */
function weighDeliveries(seen: Seen, { columns }: Candidate): number {
	const word = says(seen, columns.at, 'delivery') ? 1.5 : isNamed(seen, 'delivery') ? 1 : -1;
	const base = 0.5 + word + sendEvidence(seen, columns);
	return base + (isUnderstood(seen, columns) ? 1 : 0) - strange(seen, 'mail', columns);
}

/** Totals, of readers or of links. */
function weighCounts(seen: Seen, { columns, event = 'click' }: Candidate): number {
	const word = event === 'click' || event === 'open' ? event : ('delivery' as const);
	const isRated = anyIs(seen, /^(ctr|click rate|taux de clics?|klick ?rate)$/);
	const isSaid =
		says(seen, columns.total, word) ||
		says(seen, columns.unique, word) ||
		isRated ||
		seen.ofLinks.size > 0;
	const understood = isUnderstood(seen, columns, OF_LINKS) ? 1 : 0;
	const name = isNamed(seen, word) ? 1 : 0;
	const base = sendEvidence(seen, columns) + understood + (isSaid ? 1.5 : 0) + name;
	if (columns.address !== undefined) return base + 0.5 - strange(seen, 'mail', columns);
	const both = columns.total !== undefined && columns.unique !== undefined ? 0.5 : 0;
	const isLink = /\b(links?|urls?|liens?|enlaces?|collegament\w*)\b/.test(
		plainHeader(`${seen.header[columns.url ?? columns.linkName ?? -1] ?? ''} ${seen.names}`)
	);
	// where links stand, and which was clicked most
	const ranks = seen.header.filter((called) =>
		/^(rank|rang|position|ctr|platz|posicion|posizione|positie)$/.test(plainHeader(called))
	).length;
	const against = Math.max(strange(seen, 'mail', columns, ['reach']) - 2 * ranks, 0);
	return base + 0.5 + both + (isLink ? 0.5 : 0) - against;
}

/** Letters with what each came to. */
function weighSends(seen: Seen, { columns }: Candidate): number {
	const named = columns.campaign ?? columns.campaignName ?? columns.issue ?? columns.subject;
	const values = cells(seen, named);
	const repeats = values.length >= 4 && new Set(values).size <= 0.6 * values.length ? 3 : 0;
	const totals = (
		['open', 'click', 'unsubscribe', 'bounce', 'delivery', 'complaint'] as const
	).filter((stem) =>
		seen.header.some((name, column) => speaksOf(name, stem) && areNumbers(cells(seen, column)))
	).length;
	const isCalled = (columns.campaign ?? columns.campaignName ?? columns.issue) !== undefined;
	const said = isCalled || columns.subject !== undefined ? 1 : 0;
	const both = isCalled && columns.subject !== undefined ? 1 : 0;
	const when = columns.sentAt === undefined ? 0 : says(seen, columns.sentAt, 'delivery') ? 1 : 0.5;
	const name = isNamed(seen, 'mail') || speaksOf(seen.labelled, 'mail') ? 0.5 : 0;
	const rest = isUnderstood(seen, columns) ? 0.5 : 0;
	// what letters brought, and nothing else of them, is value
	const isEarned =
		totals === 0 &&
		seen.header.some((name, column) => speaksOf(name, 'value') && areNumbers(cells(seen, column)));
	const against =
		strange(seen, 'mail', columns, ['amount', 'total', 'unique', 'sentAt']) + (isEarned ? 2 : 0);
	return said + both + when + name + rest + 0.7 * Math.min(totals, 4) - repeats - against;
}

/** A list of readers. */
function weighSubscribers(seen: Seen, { columns, event }: Candidate): number {
	const readState = statusReader(seen, columns.status);
	const known = share(cells(seen, columns.status), (cell) => readState(cell) !== undefined);
	const isCode = (cell: string) => cell.length === 1 && readState(cell) !== undefined;
	const subscription = share(
		cells(seen, columns.status),
		(cell) =>
			isCode(cell) ||
			/subs|abon|inscri|abgemeld|angemeld|afgemeld|aangemeld|geschreven|suscri|iscritt|geabonneerd|opt|consent|expres|tacit/i.test(
				cell
			)
	);
	const state = known < 0.8 ? 0 : subscription > 0 ? 2 : 1;
	const joined = seen.header[columns.joined ?? -1] ?? '';
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
	const isSaid = says(seen, columns.left, 'unsubscribe');
	// who left when, among those who did not
	const left = cells(seen, columns.left).length;
	const isOfSome = isSaid && event === undefined && left > 0 && left < seen.sample.length;
	const leaving = isDated ? (isSaid ? 2 : 1) + (isOfSome ? 1 : 0) : 0;
	const flags = seen.header.some(
		(name, column) =>
			(isFlagOfMail(plainHeader(name)) || (isStateFlag(name) && speaksOf(name, 'suppress'))) &&
			share(cells(seen, column), (cell) => yesOrNo(cell) !== undefined) > 0.8
	)
		? 1.5
		: 0;
	const list =
		isNamed(seen, 'list') || isNamed(seen, 'mail') ? 1.5 : anySays(seen, 'list') ? 0.5 : 0;
	// a list names each reader once, and has no time of each row beside the day they joined
	const readers = cells(seen, columns.address).map((cell) => cell.trim().toLowerCase());
	const isRepeated = readers.length >= 6 && new Set(readers).size < 0.8 * readers.length;
	const isTimed =
		columns.joined !== undefined && headerFit(seen.header[columns.at ?? -1] ?? '', 'at') === 1;
	const against = (isRepeated ? 2 : 0) + (isTimed && event === undefined ? 1 : 0);
	const away = isAway ? 2 + (isNamed(seen, event) || isNamed(seen, 'suppress') ? 1 : 0) : 0;
	const rest = isUnderstood(seen, columns, OF_MAIL) ? 0.5 : 0;
	return (
		state +
		joining +
		leaving +
		flags +
		list +
		away +
		rest -
		against -
		strange(seen, 'list', columns, ['status'])
	);
}

/** What items are about, and who wrote them. */
function weighTags(seen: Seen, { columns }: Candidate): number {
	const topics =
		columns.topics === undefined
			? 0
			: /topic|them|rubri|subject|sujet|thema|tema|argoment|onderwerp/.test(
						plainHeader(seen.header[columns.topics] ?? '')
				  )
				? 2
				: 1.5;
	const author = columns.author === undefined ? 0 : topics ? 0.5 : 1.5;
	const what = columns.issue !== undefined || columns.item !== undefined ? 1 : 0;
	const link = columns.url === undefined ? 0 : 0.5;
	// what is open or closed is a task, and no issue that somebody wrote
	const isTask = (columns.status ?? columns.event) !== undefined;
	const rest = isTask ? -1 : isUnderstood(seen, columns) ? 1 : topics ? 0 : -0.5;
	return topics + author + what + link + rest - strange(seen, 'tags', columns);
}

/** What channels cost. */
function weighSpend(seen: Seen, { columns }: Candidate): number {
	const isSaid =
		says(seen, columns.amount, 'spend') || isSpentOfBudget(seen.file.table, columns.amount ?? -1);
	const word = isSaid ? 1.5 : isNamed(seen, 'spend') ? 1 : 0;
	const channel = columns.channel === undefined ? 0 : 1;
	const campaign = columns.campaign ?? columns.campaignName;
	const ads = seen.genres.has('ads') ? 0.5 : 0;
	const when = columns.from ?? columns.at;
	return (
		word +
		channel +
		ads +
		(campaign === undefined ? 0 : 0.5) +
		(when === undefined ? 0 : 0.5) +
		(columns.currency === undefined ? 0 : 0.5) +
		(isUnderstood(seen, columns, /impr|click|clic|cpc|cpm|ctr|reach/) ? 0.5 : 0) -
		(isOfCommission(seen, columns) ? 2 : 0) -
		strange(seen, 'spend', columns)
	);
}

/** What readers or links brought. */
function weighValue(seen: Seen, { columns }: Candidate): number {
	// "Amount" alone is as good a word for what was paid as for what came in
	const isEither =
		!isNamed(seen, 'value') &&
		(columns.address ?? columns.url) === undefined &&
		EITHER.test(plainHeader(seen.header[columns.amount ?? -1] ?? ''));
	const word =
		says(seen, columns.amount, 'value') || isNamed(seen, 'value') ? (isEither ? 0.5 : 1) : 0;
	const place = columns.url ?? columns.issue ?? columns.item;
	const whose = columns.address ?? columns.channel ?? columns.campaign ?? place;
	const trade = ['orders', 'gifts', 'analytics'].some((genre) => seen.genres.has(genre as Genre));
	const when = columns.from ?? columns.at;
	const currency = columns.currency === undefined ? 0 : 0.5;
	const counted = columns.conversions === undefined ? 0 : 1;
	// an amount that most rows have none of is a column of contacts, and no sale of each row
	const amounts = cells(seen, columns.amount).map(readNumber);
	const isIdle = amounts.filter((n) => n === 0).length > 0.3 * amounts.length;
	// nor is what a customer paid over the years
	const isOfAll = columns.address !== undefined && tellsOfOrders(seen);
	return (
		word +
		(whose === undefined ? 0 : 1) +
		(trade ? 0.5 : 0) +
		(when === undefined ? 0 : 0.5) +
		currency +
		counted +
		(isUnderstood(seen, columns) ? 0.5 : 0) -
		(isIdle ? 1 : 0) -
		(isOfAll ? 2 : 0) -
		strange(seen, 'value', columns, ['conversions', 'sessions', 'amount'])
	);
}

const ORDERS =
	/\b(?:orders?|purchases?|commandes?|achats?|bestellung\w*|pedidos?|compras?|ordini|acquisti|bestellingen|aankopen)\b/;
const LAST = /\b(?:last|latest|dernieres?|letzte\w*|ultim[oa]|laatste)\b/;

/** Whether rows say when each customer bought last, or how often: what they paid is of all of that. */
function tellsOfOrders(seen: Seen): boolean {
	return seen.header.some((name, column) => {
		const text = plainHeader(name);
		if (!ORDERS.test(text)) return false;
		if (LAST.test(text)) return isTime(contentOfColumn(seen.file.table, column));
		const counts = cells(seen, column).map(readNumber);
		const several = counts.filter((n) => typeof n === 'number' && n > 1 && n < 1000);
		return !isOrder(name) && counts.includes(1) && several.length > 0;
	});
}

const COMMISSIONS =
	/\b(?:commission\w*|earnings?|payouts?|provision\w*|provvigion\w*|comision\w*|comiss\w*)\b/;

/** Whether amounts are what a partner programme pays. */
function isOfCommission(seen: Seen, { amount }: RoleColumns): boolean {
	return COMMISSIONS.test(plainHeader(seen.header[amount ?? -1] ?? ''));
}

/** What sponsors booked. */
function weighPlacements(seen: Seen, { columns }: Candidate): number {
	const sponsor = columns.sponsor === undefined ? 0 : 1.5;
	// nobody books a place for a commission
	const amount = columns.amount === undefined ? 0 : isOfCommission(seen, columns) ? -2 : 0.5;
	const issue = (columns.issue ?? columns.campaign ?? columns.item) === undefined ? 0 : 1;
	const promised = columns.guaranteed === undefined ? 0 : 0.5;
	const name = /sponsor|annonceur|placement|advertiser|emplacement|werbekund/.test(
		plainHeader(seen.names)
	)
		? 0.5
		: 0;
	return (
		sponsor +
		amount +
		issue +
		promised +
		name +
		(isUnderstood(seen, columns) ? 0.5 : 0) -
		// a place in an issue is a position too
		Math.max(
			strange(seen, 'placements', columns) - (sponsor > 0 && anyIs(seen, /^position$/) ? 2 : 0),
			0
		)
	);
}

/** Amounts of channels by month, in a crossed table: nothing but its name says which way they went. */
function weighCrossed(seen: Seen, { kind, columns }: Candidate): number {
	const { isMoney, areNamed, of, amountHeader } = seen.cross!;
	const said = `${seen.labelled} ${amountHeader}`;
	const speaks = (stem: Stem) => isNamed(seen, stem) || speaksOf(said, stem);
	const isSpend = speaks('spend');
	const word = kind === 'spend' ? isSpend : !isSpend && speaks('value');
	// by channel anything may be counted, in columns that no word tells
	const isCount = of === 'channel' && !isMoney && !areNamed;
	const ofMail = (['open', 'click', 'delivery', 'unsubscribe', 'list'] as const).some((stem) =>
		isNamed(seen, stem)
	);
	return (
		1.5 +
		(word ? 1.5 : 0) +
		(isMoney ? 0.5 : 0) -
		(isCount ? 1 : 0) -
		(word ? 0 : (ofMail ? 2 : 0) + strange(seen, 'spend', columns))
	);
}

/** How plausible a reading is, by what it takes the file for. */
const weights: Record<FileKind, (seen: Seen, candidate: Candidate) => number> = {
	events: weighEvents,
	clicks: weighClicks,
	opens: weighOpens,
	deliveries: weighDeliveries,
	counts: weighCounts,
	sends: weighSends,
	subscribers: weighSubscribers,
	tags: weighTags,
	spend: weighSpend,
	value: weighValue,
	placements: weighPlacements,
	// known by its lines above tables, and by no column
	report: () => 0
};

/** How plausible a reading is: 3 and more is clear, below 1 nothing speaks for it. */
export function weigh(seen: Seen, candidate: Candidate): number {
	const isCrossed = seen.cross !== null && candidate.columns === seen.cross.columns;
	return (isCrossed ? weighCrossed : weights[candidate.kind])(seen, candidate);
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
