import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { AudienceFigures } from '../../figures/audience/audience.ts';
import { tableOf, type Table, type Taken } from './table.ts';

/** A line for each cohort and month since: what a heat map shows as cells. */
export function cohortTable({ cohorts }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	const cells = cohorts.flatMap(({ month, joined, still, clicked }) =>
		clicked.map((readers, age) => ({ month, joined, age, still: still?.[age] ?? null, readers }))
	);
	return tableOf(
		[
			[m['table.cohort']({}, o), ({ month }) => month],
			[m['table.age']({}, o), ({ age }) => age, 'count'],
			[m['table.joined']({}, o), ({ joined }) => joined, 'count', 'people'],
			[m['table.still']({}, o), ({ still }) => still, 'count', 'people'],
			[m['table.clicking']({}, o), ({ readers }) => readers, 'count', 'people']
		],
		cells
	);
}

/** Months after joining that a line has room for. */
const AGES = [1, 3, 6, 12, 24];

/**
 * The share of each cohort still there, or clicking where those who left are not known, at the end of
 * so many months after its own; the latest cohort first.
 */
export function cohortShares({ cohorts, leavers }: AudienceFigures, locale: Locale): Table {
	const o = { locale };
	const isKnown = leavers === 'all';
	const valuesOf = ({ still, clicked }: (typeof cohorts)[number]) =>
		isKnown ? (still ?? []) : clicked;
	const oldest = Math.max(0, ...cohorts.map((row) => valuesOf(row).length - 1));
	return tableOf(
		[
			[m['table.cohort']({}, o), ({ month }) => month],
			[m['table.joined']({}, o), ({ joined }) => joined, 'count', 'people'],
			...AGES.filter((age) => age <= oldest).map((age): Taken<(typeof cohorts)[number]> => [
				m['audience.curves.after']({ n: age }, o),
				(row) => {
					const value = valuesOf(row)[age];
					return value == null || row.joined === 0 ? null : value / row.joined;
				},
				'share'
			])
		],
		[...cohorts].reverse()
	);
}
