import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { AudienceFigures } from '../../server/figures/audience/audience.ts';
import { declare } from '../declare.ts';

type Cohort = AudienceFigures['cohorts'][number];
type Cell = {
	month: string;
	joined: number;
	age: number;
	still: number | null;
	readers: number | null;
};

/** A line for each cohort and month since: what a heat map shows as cells. */
export const cohortTable = declare<Cell>()({
	name: 'audience-cohorts',
	columns: [
		{ key: 'cohort', cell: ({ month }) => month },
		{ key: 'age', kind: 'count' },
		{ key: 'joined', kind: 'count', people: true },
		{ key: 'still', kind: 'count', people: true },
		{ key: 'clicking', kind: 'count', people: true, cell: ({ readers }) => readers }
	],
	views: {}
});

/** The rows of that table. */
export function cohortCells({ cohorts }: Pick<AudienceFigures, 'cohorts'>): Cell[] {
	return cohorts.flatMap(({ month, joined, still, clicked }) =>
		clicked.map((readers, age) => ({ month, joined, age, still: still?.[age] ?? null, readers }))
	);
}

/** Months after joining that a line has room for. */
const AGES = [1, 3, 6, 12, 24];

/**
 * The share of each cohort still there, or clicking where those who left are not known, at the end of
 * so many months after its own.
 */
export function cohortShareTable({
	cohorts,
	leavers
}: Pick<AudienceFigures, 'cohorts' | 'leavers'>) {
	const isKnown = leavers === 'all';
	const valuesOf = ({ still, clicked }: Cohort) => (isKnown ? (still ?? []) : clicked);
	const oldest = Math.max(0, ...cohorts.map((row) => valuesOf(row).length - 1));
	const shares = AGES.filter((age) => age <= oldest).map((age) => ({
		key: `after${age}`,
		head: (_: object, { locale }: Formats) => m['audience.curves.after']({ n: age }, { locale }),
		kind: 'share' as const,
		of: 'joined',
		cell(row: Cohort) {
			const value = valuesOf(row)[age];
			return value == null || row.joined === 0 ? null : value / row.joined;
		}
	}));
	return declare<Cohort>()({
		name: 'audience-retention',
		columns: [
			{ key: 'cohort', cell: ({ month }) => month },
			{ key: 'joined', kind: 'count', people: true },
			...shares
		],
		views: {}
	});
}
