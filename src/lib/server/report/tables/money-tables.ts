import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { returnWhy } from '#lib/messages/words.ts';
import type { ChannelRow } from '../../figures/money/channel-rows.ts';
import type { EditorialRow } from '../../figures/money/editorial.ts';
import type { Price, SponsorTotal } from '../../figures/sponsors/sponsor-league.ts';
import type { SponsorRow } from '../../figures/sponsors/sponsors.ts';
import { tableOf, type Table, type Taken } from './table.ts';

/** What channels, campaigns and months of joining cost and brought: one line a row of the page. */
export function channelTable(rows: readonly ChannelRow[], currency: string, locale: Locale): Table {
	const o = { locale };
	const money = { currency };
	const answer = (yes: boolean) => m[yes ? 'answer.yes' : 'answer.no']({}, o);
	const activation = [7, 14, 30].map((day, i): Taken<ChannelRow> => [
		m['table.activatedBy']({ day }, o),
		(row) => row.activation[i]?.rate ?? null,
		'rate'
	]);
	return tableOf<ChannelRow>(
		[
			[m['table.channel']({}, o), (row) => row.channel],
			[m['table.campaign']({}, o), (row) => row.campaign],
			[m['table.cohort']({}, o), (row) => row.cohort],
			[m['table.paid']({}, o), (row) => answer(row.paid)],
			[m['table.spend']({}, o), (row) => row.spend, money],
			[m['table.joined']({}, o), (row) => row.joined, 'count', 'people'],
			[m['table.joinedSinceSpend']({}, o), (row) => row.joinedSinceSpend, 'count', 'people'],
			[m['table.costPerReader']({}, o), (row) => row.costPerReader, money],
			...activation,
			[m['table.mature']({}, o), (row) => answer(row.mature)],
			[m['table.matureCohorts']({}, o), (row) => row.matureCohorts, 'count'],
			[m['table.cohorts']({}, o), (row) => row.cohorts, 'count'],
			[m['table.matureSpend']({}, o), (row) => row.matureSpend, money],
			[m['table.matureJoined']({}, o), (row) => row.matureJoined, 'count', 'people'],
			[m['table.engaged']({}, o), (row) => row.engaged, 'count', 'people'],
			[m['table.costPerEngaged']({}, o), (row) => row.costPerEngaged, money],
			[m['table.low']({}, o), (row) => row.costPerEngagedLow, money],
			[m['table.high']({}, o), (row) => row.costPerEngagedHigh, money],
			[m['table.humanClicks']({}, o), (row) => row.clicks, 'count'],
			[m['table.costPerClick']({}, o), (row) => row.costPerClick, money],
			[m['table.retention']({}, o), (row) => row.retention?.rate ?? null, 'rate'],
			[m['table.value']({}, o), (row) => row.value, money],
			[m['table.valueToDate']({}, o), (row) => row.valueToDate, money],
			[m['table.conversions']({}, o), (row) => row.conversions, 'count'],
			[m['table.valueInWindow']({}, o), (row) => row.valueInWindow, money],
			[m['table.valueByRule']({}, o), (row) => row.valueByRule, money],
			[m['table.valueLater']({}, o), (row) => row.valueLater, money],
			[m['table.buyers']({}, o), (row) => row.buyers, 'count', 'people'],
			[m['table.effectiveBuyers']({}, o), (row) => row.effectiveBuyers, 'decimal'],
			[m['table.largestBuyer']({}, o), (row) => row.largestBuyer, 'share'],
			[m['table.return']({}, o), (row) => row.return, 'ratio'],
			[m['table.low']({}, o), (row) => row.low, 'ratio'],
			[m['table.high']({}, o), (row) => row.high, 'ratio'],
			[m['table.low50']({}, o), (row) => row.low50, 'ratio'],
			[m['table.high50']({}, o), (row) => row.high50, 'ratio'],
			[m['table.chanceAbove1']({}, o), (row) => row.above, 'share'],
			[m['table.enough']({}, o), (row) => answer(row.enough)],
			[m['table.why']({}, o), (row) => returnWhy(row, locale) || null],
			[m['table.payback']({}, o), (row) => row.payback, 'count']
		],
		rows
	);
}

/** Every placement with what it cost and got. */
export function sponsorTable(rows: readonly SponsorRow[], currency: string, locale: Locale): Table {
	const o = { locale };
	const money = { currency };
	return tableOf<SponsorRow>(
		[
			[m['table.sponsor']({}, o), (row) => row.sponsor],
			[m['table.issue']({}, o), (row) => row.issue],
			[m['table.item']({}, o), (row) => row.item],
			[m['table.slot']({}, o), (row) => row.order, 'count'],
			[m['table.fee']({}, o), (row) => row.fee, money],
			[m['table.delivered']({}, o), (row) => row.delivered, 'count', 'people'],
			[m['table.basis']({}, o), (row) => m[`basis.${row.basis}`]({}, o)],
			[m['table.humanOpeners']({}, o), (row) => row.openers, 'count', 'people'],
			[m['table.openReaders']({}, o), (row) => row.openPopulation, 'count', 'people'],
			[m['table.clickers']({}, o), (row) => row.clickers, 'count', 'people'],
			[m['table.humanClicks']({}, o), (row) => row.clicks, 'count'],
			[m['table.allClicks']({}, o), (row) => row.allClicks, 'count'],
			[m['table.rawRate']({}, o), (row) => row.rate, 'rate'],
			[m['table.expected']({}, o), (row) => row.expected, 'decimal'],
			[m['table.lift']({}, o), (row) => row.lift, 'ratio'],
			[m['table.low']({}, o), (row) => row.low, 'ratio'],
			[m['table.high']({}, o), (row) => row.high, 'ratio'],
			[m['table.low50']({}, o), (row) => row.low50, 'ratio'],
			[m['table.high50']({}, o), (row) => row.high50, 'ratio'],
			[m['table.chanceAbove']({}, o), (row) => row.above, 'share'],
			[m['table.perClicker']({}, o), (row) => row.perClicker, money],
			[m['table.perThousandDelivered']({}, o), (row) => row.perThousandDelivered, money],
			[m['table.perThousandOpeners']({}, o), (row) => row.perThousandOpeners, money],
			[m['table.guaranteed']({}, o), (row) => row.guaranteed, 'count'],
			[m['table.expectedFinal']({}, o), (row) => row.pacing?.expected ?? null, 'decimal'],
			[m['table.why']({}, o), (row) => (row.place ? m[`place.${row.place}`]({}, o) : null)]
		],
		rows
	);
}

/** All of each sponsor's placements together. */
export function leagueTable(
	rows: readonly SponsorTotal[],
	currency: string,
	locale: Locale
): Table {
	const o = { locale };
	const money = { currency };
	return tableOf<SponsorTotal>(
		[
			[m['table.sponsor']({}, o), (row) => row.sponsor],
			[m['sponsors.placements']({}, o), (row) => row.placements, 'count'],
			[m['table.priced']({}, o), (row) => row.priced, 'count'],
			[m['table.fee']({}, o), (row) => row.fee, money],
			[m['table.clickers']({}, o), (row) => row.clickers, 'count', 'people'],
			[m['table.delivered']({}, o), (row) => row.delivered, 'count', 'people'],
			[m['table.rawRate']({}, o), (row) => row.rate, 'rate'],
			[m['table.expected']({}, o), (row) => row.expected, 'decimal'],
			[m['table.ofUsual']({}, o), (row) => row.ratio, 'ratio'],
			[m['table.perClicker']({}, o), (row) => row.perClicker, money],
			[m['table.perThousandDelivered']({}, o), (row) => row.perThousandDelivered, money]
		],
		rows
	);
}

/** What a slot could be sold for, by what it was sold for; empty of too few sales. */
export function priceTable(rows: readonly Price[], currency: string, locale: Locale): Table {
	const o = { locale };
	const money = { currency };
	return tableOf<Price>(
		[
			[m['table.slot']({}, o), (row) => row.order, 'name'],
			[m['table.sales']({}, o), (row) => row.n, 'count'],
			[m['table.priceByReach']({}, o), (row) => row.byDelivered?.mid ?? null, money],
			[m['table.quartile1']({}, o), (row) => row.byDelivered?.low ?? null, money],
			[m['table.quartile3']({}, o), (row) => row.byDelivered?.high ?? null, money],
			[m['table.priceByClickers']({}, o), (row) => row.byClickers?.mid ?? null, money],
			[m['table.quartile1']({}, o), (row) => row.byClickers?.low ?? null, money],
			[m['table.quartile3']({}, o), (row) => row.byClickers?.high ?? null, money]
		],
		rows
	);
}

/** What items of each topic or section cost and brought. */
export function editorialTable(
	rows: readonly EditorialRow[],
	of: 'topic' | 'section',
	currency: string,
	locale: Locale
): Table {
	const o = { locale };
	const money = { currency };
	return tableOf<EditorialRow>(
		[
			[m[`table.${of}`]({}, o), (row) => row.name],
			[m['table.items']({}, o), (row) => row.items, 'count'],
			[m['table.costedItems']({}, o), (row) => row.costed, 'count'],
			[m['table.cost']({}, o), (row) => row.cost, money],
			[m['table.clickers']({}, o), (row) => row.clickers, 'count', 'people'],
			[m['table.perClicker']({}, o), (row) => row.costPerClicker, money],
			[m['table.value']({}, o), (row) => row.value, money],
			[m['table.valuePerItem']({}, o), (row) => row.valuePerItem, money],
			[m['table.conversions']({}, o), (row) => row.conversions, 'count'],
			[m['table.return']({}, o), (row) => row.return, 'ratio']
		],
		rows
	);
}
