// Long, because each step that settles a column stands beside the others.
import type { SheetTable } from '../../csv/sheet.ts';
import { eventOf } from '../plans/event-words.ts';
import { textOf } from '../plans/event-reader.ts';
import { localDay } from '../plans/local-day.ts';
import { isTotalRow } from '../refuse.ts';
import { namedLink, readLink } from '../read-link.ts';
import type { FileFacts, RoleColumns } from '../recogniser.ts';
import { areDaysOfSheets, contentOfColumn, isTime } from './cells/cell-content.ts';
import { genresOf, speaksOf } from './words/genre-words.ts';
import { tellsOfMachines } from './cells/machine-columns.ts';
import { areNumbered, isOrder } from './cells/order-numbers.ts';
import { commissionColumn } from './money/commission-column.ts';
import { headerFit, plainHeader } from './words/header-words.ts';
import { withoutLooseNames } from './words/loose-names.ts';
import { columnOfPersons } from './cells/persons-columns.ts';
import { isOfOpens, isOwnTime, isPartOfPrice } from './role-doubts.ts';
import { spanColumns } from './cells/spans.ts';
import { spentColumn } from './money/spent-column.ts';
import { isOtherTime } from './words/time-words.ts';
import { totalsOf } from './cells/total-columns.ts';

/**
 * The columns of a file as a reading needs them, of those that headers and values propose one by one:
 * what another column makes needless or wrong is taken away, or given another role.
 */
export function settledColumns(file: FileFacts, proposed: RoleColumns): RoleColumns {
	const cleaned = withoutSpans(file, withDaysOfSheets(file, withoutLooseNames(file, proposed)));
	const amounts = withAmountUntaxed(file, withAmountSpent(file, withTotalPaid(file, cleaned)));
	const counted = withoutOrderNumbers(file, amounts);
	const paid = withCountsOfPersons(file.table, withClicksOfLinks(file.table, counted));
	const titled = withTitlesOfItems(file.table, paid);
	const linked = withoutTitlesOfLinks(file.table, withClickedLink(file.table, titled));
	const told = withoutRareEvents(file, withStates(file.table, withLinkNames(file, linked)));
	const timed = withMachine(file, withEvent(file, withInstants(file, told)));
	const dated = withPeriods(file, withNameOfSend(file, withOwnNames(file, timed)));
	return withIssueOfPlace(file.table, withPaidTitles(file.table, dated));
}

/** What a column is called that says in which issue a sponsor stands, unless it holds the day. */
const APPEARED =
	/^(?:parutions?|publications?|insertions?|erschienen in|erscheint in|veroffentlicht in|publicad[oa] en|pubblicat[oa] (?:in|su)|verschenen in|appears in|ran in|runs in|(?:in )?(?:which )?(?:issue|edition|letter))$/;

/** "Parution: Lettre 12" of a sponsor is the issue that they stand in. */
function withIssueOfPlace(table: SheetTable, columns: RoleColumns): RoleColumns {
	const { sponsor, issue, campaign, campaignName, item } = columns;
	const isNamed = (issue ?? campaign ?? campaignName ?? item) !== undefined;
	if (sponsor === undefined || isNamed) return columns;
	const used = new Set(Object.values(columns));
	const place = table.header.findIndex(
		(name, column) =>
			!used.has(column) &&
			APPEARED.test(plainHeader(name)) &&
			['text', 'number'].includes(contentOfColumn(table, column))
	);
	return place === -1 ? columns : { ...columns, issue: place };
}

/**
 * "Opened: 45960" is no number of openings of one reader, but a day as spreadsheets keep it: so is a column
 * of such numbers within a few years of each other, where no other says when.
 */
function withDaysOfSheets({ table }: FileFacts, { total, ...columns }: RoleColumns): RoleColumns {
	const isDated = columns.address === undefined || columns.at !== undefined;
	if (total === undefined || isDated || !areDaysOfSheets(table, total))
		return total === undefined ? columns : { ...columns, total };
	return { ...columns, at: total };
}

/** Two dates that begin and end a span are its ends, and neither is when something happened. */
function withoutSpans({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	const span = spanColumns(table.header);
	// "From, To" may be who wrote to whom
	const isOfPeople = [span?.from, span?.to].some(
		(column) => column !== undefined && contentOfColumn(table, column) === 'address'
	);
	if (!span || isOfPeople || isBesidePeriod(table, columns, span)) return columns;
	const ends = new Set<number | undefined>([span.from, span.to]);
	const instants = ['at', 'sentAt', 'joined', 'left'];
	const kept = Object.entries(columns).filter(
		([role, column]) => !(instants.includes(role) && ends.has(column))
	);
	return { ...Object.fromEntries(kept), from: span.from, to: span.to };
}

/** Whether a span is of how long a campaign runs, and another column says of which days a row is. */
function isBesidePeriod(
	{ header, sample }: SheetTable,
	{ at, from }: RoleColumns,
	span: { from: number; to: number }
): boolean {
	const days = [from, at].find((column) => column !== undefined && column !== span.from);
	const isOfCampaign = /\b(campaign|campagne|kampagne|campana|campagna|campanha|flight)\b/.test(
		plainHeader(header[span.from] ?? '')
	);
	return isOfCampaign && days !== undefined && sample.every((row) => textOf(row[days]) !== null);
}

/** A column of links that holds their words names them; beside a column of links they are not needed. */
function withLinkNames(
	{ table }: FileFacts,
	{ url, linkName, ...columns }: RoleColumns
): RoleColumns {
	if (url === undefined) return { ...columns, ...(linkName !== undefined && { linkName }) };
	const cells = table.sample.flatMap((row) => textOf(row[url]) ?? []);
	const links = cells.filter((cell) => readLink(cell) !== null || cell.startsWith('/'));
	const isNamed = cells.length > 0 && links.length < 0.2 * cells.length;
	if (isNamed) return { ...columns, linkName: linkName ?? url };
	// of the rows without a link the words are all there is
	const isPart =
		linkName !== undefined &&
		table.sample.some(
			(row) => readLink(row[url] ?? '') === null && namedLink(row[linkName]) !== null
		);
	return { ...columns, url, ...(isPart && { linkName }) };
}

/**
 * A total is an amount where the table is one of sales: it names a currency or an order, or its totals
 * have cents; then a fee or a tax is none. A total of clicks is none either.
 */
function withTotalPaid(
	{ table }: FileFacts,
	{ total, amount, ...columns }: RoleColumns
): RoleColumns {
	const called = table.header[total ?? -1] ?? '';
	const isOfMail = speaksOf(called, 'click') || speaksOf(called, 'open');
	const isPart = amount === undefined || isPartOfPrice(table.header[amount] ?? '');
	const cells = table.sample.flatMap((row) => textOf(row[total ?? -1]) ?? []);
	const isPaid =
		columns.currency !== undefined ||
		(columns.address !== undefined &&
			(genresOf(table.header).has('orders') ||
				cells.filter((cell) => /[.,]\d\d\D*$/.test(cell)).length > 0.8 * cells.length));
	if (total !== undefined && isPart && isPaid && !isOfMail) return { ...columns, amount: total };
	return {
		...columns,
		...(total !== undefined && { total }),
		...(amount !== undefined && { amount })
	};
}

/** Weeks, months and quarters are the days of amounts that have no others, whatever they are called. */
function withPeriods({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	const { amount, from, at, sentAt, joined } = columns;
	if (amount === undefined || (from ?? at ?? sentAt ?? joined) !== undefined) return columns;
	const used = new Set(Object.values(columns));
	const rows = table.sample.filter((row) => !isTotalRow(row));
	const period = table.header.findIndex((_, column) => {
		const cells = rows.flatMap((row) => textOf(row[column]) ?? []);
		const isPeriod = (cell: string) => localDay(cell, undefined, 'first') !== null;
		return !used.has(column) && cells.length > 0 && cells.every(isPeriod);
	});
	return period === -1 ? columns : { ...columns, from: period };
}

/** A budget is no amount where another column says what was spent of it, nor a sale where one says what it earned. */
function withAmountSpent({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	const spent = spentColumn(table, columns.amount);
	const amount = commissionColumn(table, {
		...columns,
		...(spent !== undefined && { amount: spent })
	});
	return amount === undefined ? columns : { ...columns, amount };
}

const TAXED =
	/\b(?:ttc|gross|brutto|bruto|lordo|incl(?:uding|usive)? (?:vat|tax|gst)|tax incl|iva incl\w*|inkl (?:mwst|ust)|incl btw)\b/;
const UNTAXED =
	/\b(?:ht|net|netto|neto|excl(?:uding|usive)? (?:vat|tax|gst)|tax excl|sin iva|iva escl\w*|exkl (?:mwst|ust)|excl btw)\b/;
const OF_TAX = /\b(?:ttc|ht|vat|tva|tax|taxes|mwst|ust|iva|btw|gst)\b/;

/**
 * Taxes are nobody's revenue and no advertising: of an amount with them and the same without, the latter,
 * whichever comes first. Of a sponsor's fee so is what an agency keeps.
 */
function withAmountUntaxed({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	const { amount, sponsor } = columns;
	const names = table.header.map(plainHeader);
	const own = names[amount ?? -1] ?? '';
	// between gross and net may stand what a service keeps, too
	const hasFees = names.some((name) => /\b(fees?|frais|commissions?|gebuhr\w*)\b/.test(name));
	const isOfTax =
		sponsor !== undefined ||
		/\b(?:ttc|vat|tax)\b/.test(own) ||
		(!hasFees && names.some((name) => OF_TAX.test(name)));
	if (amount === undefined || !TAXED.test(own) || !isOfTax) return columns;
	const bare = (name: string, word: RegExp) => name.replace(word, ' ').replace(/\s+/g, ' ').trim();
	const untaxed = names.findIndex(
		(name) => UNTAXED.test(name) && bare(name, UNTAXED) === bare(own, TAXED)
	);
	const isFilled = table.sample
		.filter((row) => textOf(row[amount]) !== null)
		.every((row) => textOf(row[untaxed]) !== null);
	return untaxed === -1 || !isFilled ? columns : { ...columns, amount: untaxed };
}

/** "Order: 1001" numbers an order, and counts none. */
function withoutOrderNumbers(
	{ table }: FileFacts,
	{ conversions, ...columns }: RoleColumns
): RoleColumns {
	const isNumber =
		conversions === undefined ||
		(isOrder(table.header[conversions] ?? '') && areNumbered(table, conversions));
	return isNumber ? columns : { ...columns, conversions };
}

/** Of two columns of links, one of the page where a click was made and one of what was clicked, the latter. */
function withClickedLink({ header, sample }: SheetTable, columns: RoleColumns): RoleColumns {
	const { url } = columns;
	if (
		url === undefined ||
		!/\b(pages?|pagina|seite|site|source|on)\b/.test(plainHeader(header[url] ?? ''))
	)
		return columns;
	const clicked = header.findIndex(
		(name, column) =>
			column !== url &&
			speaksOf(name, 'click') &&
			sample.length > 0 &&
			sample.every((row) => readLink(row[column] ?? '') !== null)
	);
	return clicked === -1 || speaksOf(header[url] ?? '', 'click')
		? columns
		: { ...columns, url: clicked };
}

const TITLE = /^(title|titre|titel|titulo|titolo)$/;

const mayNameItems = (header: string) =>
	TITLE.test(plainHeader(header)) || headerFit(header, 'item') > 0;

/** Beside an amount a title is an item's as well as a letter's, until it is known which of them is paid for. */
function withPaidTitles({ header }: SheetTable, columns: RoleColumns): RoleColumns {
	const { amount, item, subject } = columns;
	if (amount === undefined || item !== undefined || subject === undefined) return columns;
	return mayNameItems(header[subject] ?? '') ? { ...columns, item: subject } : columns;
}

/**
 * A title beside topics, or one of several of the same issue beside who wrote them, is that of an item and
 * no subject of a letter: topics are said of items alone.
 */
function withTitlesOfItems({ header, sample }: SheetTable, columns: RoleColumns): RoleColumns {
	const { subject, item, ...others } = columns;
	const { topics, author, issue, address, total, amount, at, sentAt } = others;
	const isOfOthers = [item, address, total, amount, at, sentAt].some((one) => one !== undefined);
	if (subject === undefined || (topics ?? author) === undefined || isOfOthers) return columns;
	if (!mayNameItems(header[subject] ?? '')) return columns;
	const titles = new Map<string, Set<string>>();
	for (const row of sample) {
		const of = row[issue ?? -1]?.trim() ?? '';
		titles.set(of, (titles.get(of) ?? new Set()).add(row[subject]?.trim() ?? ''));
	}
	const isSeveral = issue !== undefined && [...titles.values()].some(({ size }) => size > 1);
	return topics !== undefined || isSeveral ? { ...others, item: subject } : columns;
}

/** A title that differs with each link is that of its page, and no subject of a letter. */
function withoutTitlesOfLinks(table: SheetTable, columns: RoleColumns): RoleColumns {
	const { header, sample } = table;
	const { subject, ...others } = columns;
	const { url, address } = others;
	if (subject === undefined || url === undefined || address !== undefined) return columns;
	// a list of letters has the address of each on the web, and totals of more than its clicks
	const { delivered, opens, uniqueOpens } = totalsOf(table);
	const isOfLetters = [delivered, opens, uniqueOpens, others.sentAt].some(
		(one) => one !== undefined
	);
	if (isOfLetters) return columns;
	if (!TITLE.test(plainHeader(header[subject] ?? ''))) return columns;
	const different = (column: number) => new Set(sample.map((row) => row[column]?.trim())).size;
	const isOfLink = different(subject) > 1 && different(subject) === different(url);
	return isOfLink ? others : columns;
}

/** How often a message was opened is said of no link of it: beside a number of clickers it is no total. */
function withClicksOfLinks(
	{ header }: SheetTable,
	{ total, ...columns }: RoleColumns
): RoleColumns {
	const { address, url, linkName, unique } = columns;
	const isOfLinks = address === undefined && (url ?? linkName) !== undefined;
	const called = header[total ?? -1] ?? '';
	if (total === undefined || (isOfLinks && isOfOpens(called) && unique !== undefined))
		return columns;
	return { ...columns, total };
}

/** Where a service counts what persons did beside all that was done, bots' clicks are in the latter alone. */
function withCountsOfPersons(table: SheetTable, columns: RoleColumns): RoleColumns {
	const counted = (['total', 'unique'] as const).flatMap((role) => {
		const column = columns[role];
		return column === undefined ? [] : [[role, columnOfPersons(table, column)] as const];
	});
	return { ...columns, ...Object.fromEntries(counted) };
}

/** Where columns say how often each was opened and clicked and none else names a send, a name is its name. */
function withNameOfSend({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	const { address, url, linkName } = columns;
	if ((address ?? url ?? linkName) !== undefined || isNamed(columns)) return columns;
	const { header } = table;
	const name = header.findIndex((called) =>
		/^(name|nom|nombre|nome|naam|bezeichnung|intitule|libelle)$/.test(plainHeader(called))
	);
	const isOfSends =
		name !== -1 &&
		Object.values(totalsOf(table)).filter((column) => column !== undefined).length > 1;
	return isOfSends ? { ...columns, campaignName: name } : columns;
}

/**
 * Who joined when, and who of them left: a word beside both dates says what a reader is, and not what happened,
 * where each has one row.
 */
function withStates({ sample }: SheetTable, columns: RoleColumns): RoleColumns {
	const { event, ...others } = columns;
	const { address, joined, left, status, at } = others;
	if (event === undefined || (status ?? at) !== undefined || isNamed(others)) return columns;
	if (address === undefined || joined === undefined || left === undefined) return columns;
	const readers = sample.flatMap((row) => textOf(row[address]) ?? []);
	const isList =
		new Set(readers).size === readers.length &&
		sample.some((row) => textOf(row[left]) === null) &&
		sample.every((row) => textOf(row[joined]) !== null);
	return isList ? { ...others, status: event } : columns;
}

/** Every row of events says what happened: a column that is often empty says something else. */
function withoutRareEvents({ table }: FileFacts, { event, ...columns }: RoleColumns): RoleColumns {
	if (event === undefined) return columns;
	// to a reader without a time nothing happened
	const { at } = columns;
	const rows = table.sample.filter(
		(row) => at === undefined || textOf(row[at]) || textOf(row[event])
	);
	const words = rows.flatMap((row) => textOf(row[event]) ?? []);
	const isRare = rows.length - words.length > 0.2 * rows.length;
	// "hard", "soft": of which sort the bounces are that the file is called by
	const isSort = words.every((word) =>
		/^(hard|soft|permanent|temporary|transient|dur|mou|block)$/i.test(word)
	);
	return isRare || (isSort && words.length > 0) ? columns : { ...columns, event };
}

/** The id of the one message that one reader got names no send, nor does that of a campaign of several. */
function withOwnNames({ table }: FileFacts, { campaign, ...columns }: RoleColumns): RoleColumns {
	if (campaign === undefined) return columns;
	const { address, campaignName } = columns;
	const different = (column: number) =>
		new Set(table.sample.map((row) => (row[column] ?? '').trim())).size;
	if (campaignName !== undefined && different(campaignName) > different(campaign)) return columns;
	const header = plainHeader(table.header[campaign] ?? '');
	if (address === undefined || !/\bid$/.test(header)) return { ...columns, campaign };

	if (isNamed(columns) && /^(message|msg|mail|e ?mail) id$/.test(header)) return columns;
	const readers = new Map<string, Set<string>>();
	for (const row of table.sample) {
		const id = row[campaign] ?? '';
		readers.set(id, (readers.get(id) ?? new Set()).add(row[address] ?? ''));
	}
	const isOwn = readers.size > 2 && [...readers.values()].every(({ size }) => size === 1);
	return isOwn ? columns : { ...columns, campaign };
}

/**
 * What was created at some time is a reader in a list, but an event where there are events; and
 * who unsubscribed at some time left the list that says when they joined.
 */
function withInstants({ table }: FileFacts, proposed: RoleColumns): RoleColumns {
	const { joined, ...columns } = withLastClick(table, proposed);
	if (joined === undefined) return columns;
	const { at, event, url, ...others } = columns;
	if (event !== undefined && isOftener(table, joined, at)) return { ...columns, at: joined };
	// a list of readers may hold a link of each
	const isEvent = event !== undefined || (url !== undefined && columns.status === undefined);
	if (at === undefined) return isEvent ? { ...columns, at: joined } : { ...columns, joined };
	const isLeaving =
		!isEvent && others.left === undefined && headerFit(table.header[at] ?? '', 'left') === 1;
	return isLeaving ? { ...others, left: at, joined } : { ...columns, joined };
}

/** Whether each event has the time when it was made, and some lack the one that is called so. */
function isOftener({ header, sample }: SheetTable, made: number, at: number | undefined): boolean {
	if (
		at === undefined ||
		!/\b(created|cree|erstellt|creado|creato|aangemaakt|criado)\b/.test(
			plainHeader(header[made] ?? '')
		)
	)
		return false;
	const filled = (column: number) => sample.filter((row) => textOf(row[column]) !== null).length;
	return filled(made) === sample.length && filled(at) < 0.9 * sample.length;
}

/** Where a row is a reader and a link, when they last clicked it is its instant, before any that is not of it. */
function withLastClick(table: SheetTable, columns: RoleColumns): RoleColumns {
	const { header } = table;
	const { at, address, url, status, event } = columns;
	if (address === undefined || url === undefined || (status ?? event) !== undefined) return columns;
	if (at !== undefined && isOwnTime(header[at] ?? '')) return columns;
	const last = header.findIndex(
		(name, column) =>
			speaksOf(name, 'click') &&
			isOtherTime(plainHeader(name)) &&
			isTime(contentOfColumn(table, column))
	);
	return last === -1 ? columns : { ...columns, at: last };
}

/** A status that is an event, such as `delivered`, says what happened. */
function withEvent({ table }: FileFacts, { status, ...columns }: RoleColumns): RoleColumns {
	if (status === undefined) return columns;
	const words = table.sample.map((row) => eventOf(row[status] ?? ''));
	const isEvent =
		columns.event === undefined &&
		words.some((word) => word === 'delivery' || word === 'open' || word === 'click');
	return isEvent ? { ...columns, event: status } : { ...columns, status };
}

/** A column that says of each event whether a person did it, by its name or by its words. */
function withMachine({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	if (columns.machine !== undefined || columns.at === undefined) return columns;
	const { event, ...others } = columns;
	const used = new Set(Object.values(others));
	const machine = table.header.findIndex(
		(_, column) => !used.has(column) && tellsOfMachines(table, column)
	);
	if (machine === -1) return columns;
	return event === undefined || event === machine
		? { ...others, machine }
		: { ...columns, machine };
}

/** Whether columns name the send that a row is about. */
export function isNamed({ campaign, campaignName, issue, subject }: RoleColumns): boolean {
	return [campaign, campaignName, issue, subject].some((column) => column !== undefined);
}
