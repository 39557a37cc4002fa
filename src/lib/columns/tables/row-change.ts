import { certainty, certaintyOfChange, type EffectVerdict } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import type { Why } from '../../server/figures/content/rows.ts';
import type { RowChange, RowWhy } from '../../server/figures/row-change.ts';
import { keyWords } from '../cell-words.ts';
import type { Word } from '../declare.ts';
import type { ColumnHead, ColumnKind } from '../table.ts';

/** Whether a reason is the row's own: what keeps all from being compared is said once, and not in each. */
export const isOwn = (why: RowWhy) => why === 'new' || why === 'few';

/** Why a row has no change, in words; empty where it has one, or nothing is compared. */
export function notCompared(change: RowChange | null | undefined, { locale }: Formats): string {
	if (!change?.why) return '';
	if (change.why === 'new') return m['moved.new']({}, { locale });
	if (change.why === 'few') return m['mark.few']({}, { locale });
	const why = m[`compare.why.${change.why}`]({}, { locale });
	return m['compare.notComparable']({ why }, { locale });
}

type Changed = {
	liftChange?: RowChange | null;
	rateChange?: RowChange | null;
	why: Why | null;
};

/** Whether a row is compared by its lift. */
export const isLift = ({ liftChange }: Pick<Changed, 'liftChange'>) => liftChange !== undefined;
/** Whether a row is compared by its click rate. */
export const isRate = ({ rateChange }: Pick<Changed, 'rateChange'>) => rateChange !== undefined;
/** Whether a row is compared with another period. */
export const isCompared = (row: Pick<Changed, 'liftChange' | 'rateChange'>) =>
	row.liftChange !== undefined || row.rateChange !== undefined;

/** How a row's lift moved, or its click rate: no row has both. */
const moveOf = ({ liftChange, rateChange }: Changed) => liftChange ?? rateChange ?? null;

/** How sure it is that a row moved: the ratio of two lifts is held against 1, the difference of two rates against 0. */
function verdictOf(row: Changed): EffectVerdict | null {
	const moved = moveOf(row);
	if (moved?.why === 'few') return { certainty: 'few', side: null };
	if (!moved || moved.change === null) return null;
	if (isRate(row)) return certaintyOfChange(moved.change, moved);
	return certainty({ ...moved, lift: moved.change, enough: true, why: row.why });
}

/** What it was and how it moved, with its interval, `1.28 before, × 1.12 (0.98–1.30)`: a line breaks between the two. */
function movedWords(row: Changed, formats: Formats): string {
	const move = moveOf(row);
	if (!move || move.change === null || move.before === null) return notCompared(move, formats);
	const { before, change, low, high } = move;
	if (isRate(row)) {
		const { value, moved, interval } = keyWords({ ...move, kind: 'rate', value: before }, formats);
		const was = m['moved.was']({ before: value }, formats);
		return [was, moved, interval].filter(Boolean).join(' ');
	}
	const interval = low === null || high === null ? '' : `\u00a0(${formats.interval(low, high)})`;
	const was = m['moved.was']({ before: formats.lift(before) }, formats);
	return `${was} ×\u00a0${formats.lift(change)}${interval}`;
}

/** The same as a narrow column has room for it: an interval is not broken at its dash. */
const unbrokenEnds = (said: string) => said.replaceAll('–', '–\u2060');

const sureWords = (verdict: EffectVerdict, { locale }: Formats) =>
	words(`mark.${verdict.certainty}`, {}, locale);

/** How sure it is in a word, or why there is nothing to be sure of. */
function sureCell(row: Changed, formats: Formats): string | null {
	const verdict = verdictOf(row);
	const move = moveOf(row);
	if (move?.why || !verdict) return notCompared(move, formats) || null;
	return sureWords(verdict, formats);
}

/**
 * How a lift moved from the period that it is compared with, or a click rate where there are no lifts; not
 * there where nothing is compared.
 */
export const changeColumns = [
	{
		key: 'liftBefore',
		kind: 'ratio',
		where: isLift,
		cell: ({ liftChange }: Changed) => liftChange?.before ?? null
	},
	{
		key: 'liftChange',
		kind: 'ratio',
		where: isLift,
		cell: ({ liftChange }: Changed) => liftChange?.change ?? null
	},
	{
		key: 'rateBefore',
		kind: 'rate',
		where: isRate,
		cell: ({ rateChange }: Changed) => rateChange?.before ?? null
	},
	{
		key: 'rateChange',
		kind: 'points',
		where: isRate,
		cell: ({ rateChange }: Changed) => rateChange?.change ?? null
	},
	{
		key: 'changeLow',
		kind: 'ratio',
		end: true,
		where: isLift,
		cell: ({ liftChange }: Changed) => liftChange?.low ?? null
	},
	{
		key: 'changeHigh',
		kind: 'ratio',
		end: true,
		where: isLift,
		cell: ({ liftChange }: Changed) => liftChange?.high ?? null
	},
	{
		key: 'changeAbove',
		kind: 'share',
		where: isLift,
		cell: ({ liftChange }: Changed) => liftChange?.above ?? null
	},
	{
		key: 'rateChangeLow',
		head: m['table.changeLow'],
		kind: 'points',
		end: true,
		where: isRate,
		cell: ({ rateChange }: Changed) => rateChange?.low ?? null
	},
	{
		key: 'rateChangeHigh',
		head: m['table.changeHigh'],
		kind: 'points',
		end: true,
		where: isRate,
		cell: ({ rateChange }: Changed) => rateChange?.high ?? null
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
		cell: (row: Changed, formats: Formats) => {
			const why = moveOf(row)?.why ?? null;
			return why === null || isOwn(why) ? sureCell(row, formats) : null;
		},
		sortBy: (row: Changed) => moveOf(row)?.change ?? null,
		mark: verdictOf,
		beside: (row: Changed, formats: Formats) =>
			moveOf(row)?.change == null ? '' : unbrokenEnds(movedWords(row, formats))
	},
	{
		key: 'movedWords',
		head: m['table.change'],
		file: false,
		where: isCompared,
		cell: (row: Changed, formats: Formats) => {
			const said = [movedWords(row, formats)];
			if (moveOf(row)?.change != null) said.push(sureWords(verdictOf(row)!, formats));
			return said.join(', ');
		}
	}
] as const;

/** Which of these paper has room for: of lifts beside a plot, which says how sure each is. */
export const paperLiftChange = ['liftBefore', 'liftChange', 'changeLow', 'changeHigh'] as const;
export const paperRateChange = [
	'rateBefore',
	'rateChange',
	'rateChangeLow',
	'rateChangeHigh',
	'changeSure'
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
	traits: { kind: ColumnKind; people?: true }
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
			signed: true,
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
	{ kind, currency }: ColumnHead
): string {
	if (!change) return '';
	if (change.why !== null && isOwn(change.why)) return notCompared(change, formats);
	if (change.change === null || change.before === null) return '';
	const { value, moved } = keyWords({ ...change, kind, currency, value: change.before }, formats);
	return m['moved.row']({ change: moved, before: value }, formats);
}
