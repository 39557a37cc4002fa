import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { AudienceFigures } from '../../server/figures/audience/audience.ts';
import { isFew } from '#lib/small-cells.ts';
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
	idle: ['window'],
	columns: [
		{ key: 'cohort', kind: 'month', cell: ({ month }) => month },
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

/** Months after joining that a heat map has room for, the first included. */
const HEAT_AGES = 13;

/** Those that a phone has room for. */
const PHONE_AGES = [0, 1, 3, 6, 9, 12];

/**
 * Months after joining that a heat map of these cohorts shows, and those of them that a phone has room for.
 */
export function heatAges(cohorts: readonly Pick<CohortTableRow, 'values'>[]) {
	const length = Math.min(HEAT_AGES, Math.max(0, ...cohorts.map(({ values }) => values.length)));
	const ages = Array.from({ length }, (_, age) => age);
	return { ages, phone: PHONE_AGES.filter((age) => age < length) };
}

/** A cohort with what is shown of it by months since joining; null where nothing is known. */
export type CohortTableRow = { month: string; joined: number; values: readonly (number | null)[] };

/**
 * The shares of each cohort as a heat map. Colours go from paper to half the tone over what there is:
 * more would hide the number.
 *
 * @param running whether the last month of all still runs
 */
export function cohortHeatTable(cohorts: readonly CohortTableRow[], running: boolean) {
	const shareOf = ({ joined, values }: CohortTableRow, age: number) => {
		const value = values[age];
		return value == null || isFew(joined) ? null : value / joined;
	};
	const { ages, phone } = heatAges(cohorts);
	const shares = cohorts.flatMap((row) => ages.flatMap((age) => shareOf(row, age) ?? []));
	const [least, most] = [Math.min(...shares), Math.max(...shares)];
	return declare<CohortTableRow>()({
		name: 'audience-heat',
		columns: [
			{
				key: 'cohort',
				kind: 'month',
				cell: ({ month }) => month
			},
			{ key: 'joined', kind: 'count', people: true },
			...ages.map((age) => ({
				key: `after${age}`,
				head: () => String(age),
				kind: 'share' as const,
				of: 'joined',
				cell: (row: CohortTableRow) => shareOf(row, age),
				text: (row: CohortTableRow, formats: Formats) => {
					const share = shareOf(row, age);
					if (share !== null) return formats.share(share);
					return age < row.values.length ? '–' : '';
				},
				title: (row: CohortTableRow, { locale }: Formats) =>
					shareOf(row, age) === null
						? ''
						: m['audience.cell']({ n: row.values[age]!, of: row.joined }, { locale }),
				heat(row: CohortTableRow) {
					const share = shareOf(row, age);
					if (share === null) return null;
					const level = Math.round((50 * (share - least)) / (most - least || 1));
					return {
						side: 'above' as const,
						level,
						running: running && age === row.values.length - 1
					};
				}
			}))
		],
		views: {
			card: ['cohort', 'joined', ...phone.map((age) => `after${age}`)]
		}
	});
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
			{ key: 'cohort', kind: 'month', cell: ({ month }) => month },
			{ key: 'joined', kind: 'count', people: true },
			...shares
		],
		views: {}
	});
}
