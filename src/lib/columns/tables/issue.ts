import { m } from '#lib/messages/compiled/messages.js';
import type { IssueFigures } from '../../server/figures/content/issue.ts';
import type { ClickChange } from '../../server/figures/content/change.ts';
import { declare } from '../declare.ts';

type ArrivalRow = IssueFigures['arrival'][number] & { low?: number; high?: number };

/** How many had clicked after so many hours, and how many usually have. */
export const arrivalTable = declare<ArrivalRow>()({
	name: 'issue-arrival',
	columns: [
		{ key: 'at', head: m['table.hour'], kind: 'count' },
		{ key: 'clickers', kind: 'count', people: true, running: true, need: 'clicks' },
		{ key: 'hours', kind: 'decimal', file: false, cell: ({ at }) => at },
		{
			key: 'usualRange',
			kind: 'count',
			blank: '',
			file: false,
			cell: ({ low }) => low ?? null,
			text: ({ low, high }, formats) =>
				low === undefined || high === undefined ? null : formats.interval(low, high, formats.number)
		}
	],
	views: { page: ['hours', 'clickers', 'usualRange'] }
});

/** The rows of that table: each hour with its usual range, where there is one. */
export function arrivalRows({
	arrival,
	usual
}: Pick<IssueFigures, 'arrival' | 'usual'>): ArrivalRow[] {
	return arrival.map((row) => {
		const range = usual.find(({ at }) => at === row.at);
		return range ? { ...row, low: range.low, high: range.high } : row;
	});
}

/** An issue's figures as factors of what is usual. */
export const standTable = declare<IssueFigures['stands'][number]>()({
	name: 'issue-stand',
	columns: [
		{ key: 'what', cell: ({ of }, { locale }) => m[`stand.${of}`]({}, { locale }) },
		{ key: 'factor', kind: 'ratio', main: true },
		{ key: 'low', kind: 'ratio', end: true },
		{ key: 'high', kind: 'ratio', end: true },
		{
			key: 'usualRange',
			kind: 'ratio',
			file: false,
			cell: ({ low }) => low,
			text: ({ low, high }, formats) => formats.interval(low, high)
		},
		{
			key: 'sure',
			cell({ within, factor }, { locale }) {
				if (within) return m['stand.within']({}, { locale });
				return m[factor > 1 ? 'stand.above' : 'stand.below']({}, { locale });
			}
		}
	],
	views: { figure: ['what', 'factor', 'usualRange', 'sure'] }
});

type ChangeRow = {
	name: string;
	moved: { change: number | null; low: number | null; high: number | null };
};

/** What moved the click rate, part by part. */
export const changeTable = declare<ChangeRow>()({
	name: 'change',
	columns: [
		{ key: 'part', cell: ({ name }, { locale }) => m[`part.${name as 'list'}`]({}, { locale }) },
		{ key: 'change', kind: 'points', cell: ({ moved }) => moved.change },
		{ key: 'low', kind: 'points', end: true, cell: ({ moved }) => moved.low },
		{ key: 'high', kind: 'points', end: true, cell: ({ moved }) => moved.high }
	],
	views: {}
});

/** The rows of that table: the parts, all of them together, and what machines have to do with it. */
export function changeRows({ whole, parts, scanners }: ClickChange): ChangeRow[] {
	const lone = (name: string, change: number) => ({
		name,
		moved: { change, low: null, high: null }
	});
	return [
		...parts,
		{ name: 'whole', moved: whole },
		...(scanners === null
			? []
			: [lone('scanners', scanners), lone('unsorted', whole.change + scanners)])
	];
}
