import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { Formats } from '#lib/messages/format.ts';
import type { SponsorTotal } from '../../server/figures/sponsors/sponsor-league.ts';
import type { SponsorRow } from '../../server/figures/sponsors/sponsors.ts';
import { declare } from '../declare.ts';
import { quotientNeed, rateNeed } from '../needs.ts';
import { issueName } from '#lib/messages/issue-name.ts';
import { whyWords } from '#lib/messages/why-words.ts';
import { intervalColumn, liftColumns, liftWords, sureColumn } from './estimate.ts';

/** Why no item is known for a place; null where one is. */
function lostWords({ unlocated }: SponsorRow, { locale }: Formats): string | null {
	return unlocated ? m[`unlocated.${unlocated}`]({}, { locale }) : null;
}

/** Why no item is known for a place, or no lift of its item; null where both are. */
function whyNot(row: SponsorRow, formats: Formats): string | null {
	if (row.unlocated || row.why === null) return lostWords(row, formats);
	return whyWords(row.why, formats.locale);
}

/** Fees, and what is made from them: one that has a number tells that prices are known. */
const ofFee = {
	of: ['fee', 'perClicker', 'perThousandDelivered', 'perThousandOpeners'],
	need: 'prices'
} as const;

const perClickerNeed = quotientNeed({ ...ofFee, by: 'clickers', needBy: 'clicks' });
const perDeliveredNeed = quotientNeed({ ...ofFee, by: 'delivered', needBy: 'deliveries' });
const perOpenersNeed = quotientNeed({ ...ofFee, by: 'openers', needBy: 'opens' });

/** Every placement with what it cost and got. */
export const sponsorTable = declare<SponsorRow>()({
	name: 'sponsors',
	columns: [
		{ key: 'sponsor' },
		{ key: 'issue' },
		{ key: 'item', text: lostWords },
		{ key: 'position', head: m['table.position'], kind: 'count' },
		{ key: 'fee', kind: 'money', need: 'prices' },
		{ key: 'delivered', kind: 'count', people: true, need: 'deliveries' },
		{ key: 'basis', cell: ({ basis }, { locale }) => m[`basis.${basis}`]({}, { locale }) },
		{ key: 'openers', head: m['table.humanOpeners'], kind: 'count', people: true },
		{ key: 'openPopulation', head: m['table.openReaders'], kind: 'count', people: true },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{ key: 'clicks', head: m['table.humanClicks'], kind: 'count', need: 'clicks' },
		{ key: 'allClicks', kind: 'count' },
		{
			key: 'rate',
			head: m['table.rawRate'],
			kind: 'rate',
			of: 'delivered',
			need: rateNeed
		},
		{ key: 'expected', kind: 'decimal' },
		...liftColumns,
		{ key: 'perClicker', kind: 'money', need: perClickerNeed },
		{ key: 'perThousandDelivered', kind: 'money', need: perDeliveredNeed },
		{ key: 'perThousandOpeners', kind: 'money', need: perOpenersNeed },
		{ key: 'guaranteed', kind: 'count' },
		{ key: 'expectedFinal', kind: 'decimal', cell: ({ pacing }) => pacing?.expected ?? null },
		{ key: 'why', cell: whyNot },
		{
			key: 'estimate',
			head: m['cli.head.lift'],
			file: false,
			cell: (row, formats) => lostWords(row, formats) ?? liftWords(row, formats)
		},
		intervalColumn,
		sureColumn,
		{
			key: 'issueName',
			head: m['table.issue'],
			file: false,
			cell: ({ issue }, formats) => (issue === null ? null : issueName(issue, formats))
		},
		{
			key: 'reached',
			head: m['table.guaranteed'],
			file: false,
			cell: (row, { locale }) =>
				row.unlocated
					? m[`unlocated.${row.unlocated}`]({}, { locale })
					: guaranteedWords(row, locale)
		},
		{ key: 'receipt', head: m['sponsors.open'], act: true, file: false }
	],
	views: {
		page: [
			'sponsor',
			'issue',
			'item',
			'position',
			'fee',
			'delivered',
			'openers',
			'clickers',
			'clicks',
			'allClicks',
			'rate',
			'expected',
			'lift',
			'low',
			'high',
			'perClicker',
			'perThousandDelivered',
			'perThousandOpeners',
			'guaranteed'
		],
		figure: [
			'sponsor',
			'issueName',
			'position',
			'fee',
			'delivered',
			'clickers',
			'rate',
			'perClicker',
			'perThousandDelivered',
			'lift',
			'interval',
			'sure',
			'reached',
			'receipt'
		],
		card: [
			'sponsor',
			'issueName',
			'fee',
			'clickers',
			'perClicker',
			'lift',
			'sure',
			'reached',
			'receipt'
		],
		terminal: [
			'issue',
			'sponsor',
			'position',
			'fee',
			'delivered',
			'clickers',
			'rate',
			'perClicker',
			'estimate'
		],
		paper: ['sponsor', 'issue', 'fee', 'clickers', 'rate', 'perClicker', 'lift'],
		/** of one sponsor alone */
		paperOne: ['issue', 'position', 'fee', 'clickers', 'rate', 'perClicker', 'lift'],
		/** of one placement, on its receipt: what it got, what it cost, and those before it */
		paperPlace: [
			'issue',
			'item',
			'position',
			'delivered',
			'clickers',
			'clicks',
			'allClicks',
			'rate'
		],
		paperPrice: ['fee', 'perClicker', 'perThousandDelivered', 'perThousandOpeners', 'guaranteed'],
		paperOwn: ['issue', 'position', 'delivered', 'clickers', 'rate', 'lift', 'low', 'high']
	}
});

type Guaranteed = Pick<SponsorRow, 'guaranteed' | 'clicks'>;

/** Clicks of those that were guaranteed; null where none were. */
export function guaranteedWords(
	{ guaranteed: of, clicks }: Guaranteed,
	locale: Locale
): string | null {
	if (of === null) return null;
	if (clicks === null) return m['sponsors.reached.unknown']({ of }, { locale });
	return m['sponsors.reached']({ n: clicks, of }, { locale });
}

/** All of each sponsor's placements together. */
export const leagueTable = declare<SponsorTotal>()({
	name: 'sponsor-league',
	columns: [
		{ key: 'sponsor' },
		{ key: 'placements', head: m['sponsors.placements'], kind: 'count', sum: true },
		{ key: 'priced', kind: 'count' },
		{ key: 'fee', kind: 'money', sum: true, need: 'prices' },
		{
			key: 'clickers',
			kind: 'count',
			people: true,
			need: 'clicks',
			cell: ({ counted, clickers }) => (counted ? clickers : null)
		},
		{ key: 'delivered', kind: 'count', people: true, need: 'deliveries' },
		{ key: 'rate', head: m['table.rawRate'], kind: 'rate', of: 'delivered', need: rateNeed },
		{ key: 'expected', kind: 'decimal' },
		...liftColumns,
		{ key: 'why', cell: ({ why }, { locale }) => why && whyWords(why, locale) },
		intervalColumn,
		sureColumn,
		{ key: 'perClicker', kind: 'money', need: perClickerNeed },
		{ key: 'perThousandDelivered', kind: 'money', need: perDeliveredNeed },
		{
			key: 'seen',
			head: m['table.seenExpected'],
			file: false,
			draw: { as: 'bar', of: ({ clickers, expected }) => ({ value: clickers, expected }) }
		}
	],
	views: {
		figure: [
			'sponsor',
			'placements',
			'seen',
			'clickers',
			'lift',
			'interval',
			'sure',
			'perClicker',
			'perThousandDelivered'
		],
		paper: ['sponsor', 'placements', 'fee', 'clickers', 'perClicker', 'lift']
	}
});
