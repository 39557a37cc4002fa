import { certainty, type Verdict } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import type { Why } from '../../server/figures/content/rows.ts';
import type { RowChange } from '../../server/figures/row-change.ts';
import { keyWords } from '../cell-words.ts';
import type { Word } from '../declare.ts';
import type { Head, Kind } from '../table.ts';

/** Why a row has no change, in words; empty where it has one, or nothing is compared. */
export function notCompared(change: RowChange | null | undefined, { locale }: Formats): string {
	if (!change?.why) return '';
	if (change.why === 'new') return m['compare.new']({}, { locale });
	const why = m[`compare.why.${change.why}`]({}, { locale });
	return m['compare.notComparable']({ why }, { locale });
}

type Changed = { liftChange?: RowChange; why: Why | null };

const isCompared = ({ liftChange }: Changed) => liftChange !== undefined;

/** How sure it is that a lift moved: a ratio is held against 1. */
function verdictOf({ liftChange: moved, why }: Changed): Verdict | null {
	if (moved?.why === 'few') return { certainty: 'few', side: null };
	if (!moved || moved.change === null) return null;
	return certainty({ ...moved, lift: moved.change, enough: true, why });
}

/** What it was and the ratio with its interval, `1.28 before, × 1.12 (0.98–1.30)`: a line breaks between the two. */
function ratioWords({ liftChange: moved }: Changed, formats: Formats): string {
	if (!moved || moved.change === null || moved.before === null) return notCompared(moved, formats);
	const { change, low, high } = moved;
	const interval = low === null || high === null ? '' : `\u00a0(${formats.interval(low, high)})`;
	const before = m['compare.was']({ before: formats.lift(moved.before) }, formats);
	return `${before} ×\u00a0${formats.lift(change)}${interval}`;
}

const sureWords = (verdict: Verdict, { locale }: Formats) =>
	words(`mark.${verdict.certainty}`, {}, locale);

/** How sure it is in a word, or why there is nothing to be sure of. */
function sureCell(row: Changed, formats: Formats): string | null {
	const verdict = verdictOf(row);
	if (row.liftChange?.why || !verdict) return notCompared(row.liftChange, formats) || null;
	return sureWords(verdict, formats);
}

/** How a lift moved from the period that it is compared with; not there where nothing is compared. */
export const liftChangeColumns = [
	{
		key: 'liftBefore',
		kind: 'ratio',
		where: isCompared,
		cell: ({ liftChange }: Changed) => liftChange?.before ?? null
	},
	{
		key: 'liftChange',
		kind: 'ratio',
		where: isCompared,
		cell: ({ liftChange }: Changed) => liftChange?.change ?? null
	},
	{
		key: 'changeLow',
		kind: 'ratio',
		where: isCompared,
		cell: ({ liftChange }: Changed) => liftChange?.low ?? null
	},
	{
		key: 'changeHigh',
		kind: 'ratio',
		where: isCompared,
		cell: ({ liftChange }: Changed) => liftChange?.high ?? null
	},
	{
		key: 'changeAbove',
		kind: 'share',
		where: isCompared,
		cell: ({ liftChange }: Changed) => liftChange?.above ?? null
	},
	{
		key: 'changeSure',
		where: isCompared,
		blank: '',
		cell: sureCell
	},
	// a mark, and the change beside it, as a figure has room for it
	{
		key: 'moved',
		head: m['table.change'],
		file: false,
		where: isCompared,
		blank: '',
		cell: sureCell,
		sortBy: ({ liftChange }: Changed) => liftChange?.change ?? null,
		mark: verdictOf,
		beside: (row: Changed, formats: Formats) =>
			row.liftChange?.change == null ? '' : ratioWords(row, formats)
	},
	{
		key: 'movedWords',
		head: m['table.change'],
		file: false,
		where: isCompared,
		cell: (row: Changed, formats: Formats) => {
			const said = [ratioWords(row, formats)];
			if (row.liftChange?.change != null) said.push(sureWords(verdictOf(row)!, formats));
			return said.join(', ');
		}
	}
] as const;

type Counted<Key extends string> = { [K in Key]?: RowChange | null } & { currency?: string };

/**
 * How a number that is counted moved, as columns of files and of a terminal; not there where nothing is
 * compared. On a page it stands beside the number: `countedBeside`.
 *
 * @param key the field that holds the change, and how its columns begin
 * @param name what the number is called
 */
export function countedChangeColumns<const Key extends string>(
	key: Key,
	name: Word,
	traits: { kind: Kind; people?: true }
) {
	const of = (row: Counted<Key>) => row[key] ?? null;
	const where = (row: Counted<Key>) => row[key] !== undefined;
	const headed =
		(head: (values: { what: string }, options: Formats) => string): Word =>
		(_, formats) =>
			head({ what: name({}, formats) }, formats);
	return [
		{
			key: `${key}Before`,
			head: headed(m['table.beforeOf']),
			...traits,
			where,
			cell: (row: Counted<Key>) => of(row)?.before ?? null
		},
		{
			key,
			head: headed(m['table.changeOf']),
			...traits,
			where,
			cell: (row: Counted<Key>) => of(row)?.change ?? null
		},
		{
			key: `${key}Why`,
			head: headed(m['table.notComparedOf']),
			where,
			blank: '',
			cell: (row: Counted<Key>, formats: Formats) => notCompared(of(row), formats) || null
		}
	] as const;
}

/**
 * How a number that is counted moved, small beside it: `+12 (30 before)`. What keeps all rows from being
 * compared is said once, by the key figures.
 */
export function countedBeside(
	change: RowChange | null | undefined,
	formats: Formats,
	{ kind, currency }: Head
): string {
	if (!change) return '';
	if (change.why === 'new' || change.why === 'few') return notCompared(change, formats);
	if (change.change === null || change.before === null) return '';
	const { value, moved } = keyWords({ ...change, kind, currency, value: change.before }, formats);
	return m['compare.row']({ change: moved, before: value }, formats);
}
