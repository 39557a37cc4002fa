// Long: every change of what is said about money, and how each is undone, in one place.
import type { MoneyKind } from '#lib/money-kinds.ts';
import { nameKey } from '#lib/name-key.ts';
import { renamer, type NamedKind, type SameNames } from '#lib/same-names.ts';
import { Trouble } from '#lib/trouble.ts';
import { threeWayMerge } from './three-way-merge.ts';
import { changeToUndo } from './undo-last.ts';
import { isAsShown } from './is-as-shown.ts';
import { recordAudit, undoableAudit, type Actor } from '../store/people/audit.ts';
import {
	dropTyped,
	findMoney,
	putMoney,
	setMoneySettings,
	typeMoney,
	type MoneySettings,
	type MoneyWords,
	type PlacementRow,
	type SpendRow,
	type ValueRow
} from '../store/money.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import {
	costsOf,
	findPublicationById,
	ratesOf,
	touchPublication,
	type Publication
} from '../store/publications.ts';
import type { Costs } from '../store/schema/publication.ts';
import type { Rates } from '#lib/spend/convert.ts';

/** How things were before a change: what an undo puts back. */
type Before = {
	rows: { kind: MoneyKind; row: SpendRow | ValueRow | PlacementRow }[];
	/** statements that the change made */
	made: { kind: MoneyKind; id: number }[];
	settings: Partial<MoneySettings>;
};

const untouched: Before = { rows: [], made: [], settings: {} };

type MoneyAction = 'add' | 'change' | 'leave' | 'restore' | 'settings' | 'join' | 'separate';

/** Makes a change, with what it takes to undo it and a line in the audit. */
async function changed(
	db: Db,
	{ id }: Publication,
	actor: Actor,
	action: MoneyAction,
	change: (tx: Tx) => Promise<Partial<Before>>,
	said: Record<string, unknown> = {}
): Promise<Before> {
	return db.transaction(async (tx) => {
		const before = { ...untouched, ...(await change(tx)) };
		await recordAudit(tx, id, actor, `money.${action}`, { ...said, before });
		await touchPublication(tx, id);
		return before;
	});
}

/** What statements say now, for who reads the audit: whose money it is, they need not know. */
function afterOf(kind: MoneyKind, statements: readonly object[]) {
	const rows = statements.map((words) => {
		const { readerId: _, ...row } = { readerId: null, ...words };
		return { kind, row };
	});
	return { rows };
}

/**
 * Keeps statements about money that a person typed in one go: an undo takes back all of them.
 *
 * @returns their ids
 */
export async function addMoney<Kind extends MoneyKind>(
	db: Db,
	publication: Publication,
	kind: Kind,
	statements: readonly MoneyWords[Kind][],
	actor: Actor
): Promise<number[]> {
	const { made } = await changed(
		db,
		publication,
		actor,
		'add',
		async (tx) => {
			const made: Before['made'] = [];
			for (const words of statements)
				made.push({ kind, id: await typeMoney(tx, publication.id, kind, words) });
			return { made };
		},
		{ after: afterOf(kind, statements) }
	);
	return made.map(({ id }) => id);
}

/**
 * Says it otherwise. What was imported stays where it is and counts no more; what is said now counts
 * in its place.
 *
 * @param shown what the form showed of it; null where it does not say
 * @returns the id of what counts now
 * @throws {Trouble} noSuchMoney, moneyMovedOn
 */
export async function changeMoney<Kind extends MoneyKind>(
	db: Db,
	publication: Publication,
	kind: Kind,
	id: number,
	words: Partial<MoneyWords[Kind]>,
	actor: Actor,
	shown: unknown = null
): Promise<number> {
	const after = afterOf(kind, [words]);
	const change = async (tx: Tx): Promise<Partial<Before>> => {
		const row = await asShown(tx, publication, kind, id, shown);
		const before = [{ kind, row }];
		if (row.importId === null) {
			await putMoney(tx, kind, { ...row, ...words });
			return { rows: before };
		}
		await putMoney(tx, kind, { ...row, leftOut: true });
		const { id: _, publicationId: _of, importId: _by, leftOut: _out, ...said } = row;
		const whole = { ...said, ...words } as unknown as MoneyWords[Kind];
		return {
			rows: before,
			made: [{ kind, id: await typeMoney(tx, publication.id, kind, whole) }]
		};
	};
	const { made } = await changed(db, publication, actor, 'change', change, { after });
	return made[0]?.id ?? id;
}

/**
 * A statement, as long as it is what a form showed of it: of two people who edit an imported one, the second
 * would else have it counted twice.
 */
async function asShown<Kind extends MoneyKind>(
	tx: Tx,
	{ id: of }: Publication,
	kind: Kind,
	id: number,
	shown: unknown
) {
	const row = await findMoney(tx, of, kind, id);
	if (!row) throw new Trouble('noSuchMoney');
	const seen = new Map(Object.entries(shown ?? {}));
	const isSame = ([name, value]: [string, unknown]) =>
		!seen.has(name) || isAsShown(value, seen.get(name));
	if (!Object.entries(row).every(isSame)) throw new Trouble('moneyMovedOn');
	return row;
}

/** Lets a statement count no more, or again. @throws {Trouble} noSuchMoney, moneyMovedOn */
export async function leaveOutMoney(
	db: Db,
	publication: Publication,
	kind: MoneyKind,
	id: number,
	leftOut: boolean,
	actor: Actor,
	shown: unknown = null
) {
	await changed(db, publication, actor, leftOut ? 'leave' : 'restore', async (tx) => {
		const row = await asShown(tx, publication, kind, id, shown);
		await putMoney(tx, kind, { ...row, leftOut });
		return { rows: [{ kind, row }] };
	});
}

/** By foreign currency its rate as a person gives it; null takes one away, and of others nothing is said. */
export type RateWords = Readonly<Record<string, string | null>>;

/** Gives rates of foreign currencies, or what making items costs, in the publication's currency of now. */
export async function changeMoneySettings(
	db: Db,
	publication: Publication,
	given: { rates: RateWords; shown?: RateWords } | { costs: Costs; shown?: Costs },
	actor: Actor
) {
	await changed(db, publication, actor, 'settings', async (tx) => {
		const now = (await findPublicationById(tx, publication.id)) ?? publication;
		const { currency, rates, costs } = now;
		const settings =
			'costs' in given
				? { costs: { ...costs, [currency]: costsWith(costsOf(now), given) } }
				: { rates: { ...rates, [currency]: ratesWith(ratesOf(now), given) } };
		await setMoneySettings(tx, publication.id, settings);
		return { settings: { rates, costs } };
	});
}

/** Two people may each give another rate: what one form did not show, or did not change, it leaves. */
function ratesWith(known: Rates, { rates, shown }: { rates: RateWords; shown?: RateWords }): Rates {
	const words = threeWayMerge<RateWords>(shown, rates, known);
	const all = Object.entries({ ...known, ...words });
	return Object.fromEntries(all.filter((one): one is [string, string] => one[1] != null));
}

/** What two people say of costs at once: each cell as the one has it who changed it. */
function costsWith(known: Costs, { costs, shown = {} }: { costs: Costs; shown?: Costs }): Costs {
	// an emptied cell is in no cost: what is empty is said, so that it is merged as well
	const all = (some: Costs) => ({
		...Object.fromEntries(['item', 'hour', 'hours'].map((name) => [name, null])),
		...some,
		sections: Object.fromEntries(
			[known, costs, shown]
				.flatMap(({ sections }) => Object.keys(sections ?? {}))
				.map((id) => [id, some.sections?.[id] ?? null])
		)
	});
	const { sections, ...rest } = threeWayMerge(all(shown), all(costs), all(known));
	const own = filled(sections);
	return { ...filled(rest), ...(Object.keys(own).length > 0 && { sections: own }) };
}

const filled = (cells: Record<string, number | null>) =>
	Object.fromEntries(
		Object.entries(cells).filter((one): one is [string, number] => one[1] !== null)
	);

/**
 * Says that two names are of one channel, campaign or sponsor: what is written under `from` counts under
 * `to`, in all files there are and in those to come.
 *
 * @throws {Trouble} noName, sameName; joinedOtherwise where somebody said that it counts under another name
 */
export async function joinNames(
	db: Db,
	publication: Publication,
	{ kind, from, to }: { kind: NamedKind; from: string; to: string },
	actor: Actor
) {
	const [one, other] = [from.trim(), to.trim()];
	if (nameKey(one) === '' || nameKey(other) === '') throw new Trouble('noName');
	await changeNames(db, publication, actor, 'join', { kind, from: one, to: other }, (names) => {
		// under what `to` counts already; joining it with itself would lead round in a circle
		const rename = renamer(names, kind);
		const [now, under] = [rename(one), rename(other)];
		if (nameKey(under) === nameKey(one)) throw new Trouble('sameName', { name: one });
		if (![one, under].some((name) => nameKey(name) === nameKey(now)))
			throw new Trouble('joinedOtherwise', { name: one, other: now });
		return { ...names, [kind]: { ...names[kind], [nameKey(one)]: other } };
	});
}

/** Lets a name count for itself again. @throws {Trouble} noSuchName */
export async function separateName(
	db: Db,
	publication: Publication,
	{ kind, name }: { kind: NamedKind; name: string },
	actor: Actor
) {
	await changeNames(db, publication, actor, 'separate', { kind, name }, (names) => {
		const { [nameKey(name)]: joined, ...others } = names[kind] ?? {};
		if (joined === undefined) throw new Trouble('noSuchName', { name });
		return { ...names, [kind]: others };
	});
}

async function changeNames(
	db: Db,
	publication: Publication,
	actor: Actor,
	action: MoneyAction,
	said: Record<string, unknown>,
	change: (names: SameNames) => SameNames
) {
	await changed(
		db,
		publication,
		actor,
		action,
		async (tx) => {
			const now = await findPublicationById(tx, publication.id);
			const { sameNames } = now ?? publication;
			await setMoneySettings(tx, publication.id, { sameNames: change(sameNames) });
			return { settings: { sameNames } };
		},
		said
	);
}

/** The latest change that was not undone. */
export function undoableMoneyChange(db: Db | Tx, { id }: Publication) {
	return undoableAudit(db, id, 'money');
}

/**
 * Puts back what the latest change found; what it was stays written down.
 *
 * @throws {Trouble} undoMovedOn
 */
export async function undoMoneyChange(
	db: Db,
	publication: Publication,
	actor: Actor,
	of: number | null = null
) {
	await db.transaction(async (tx) => {
		const last = await changeToUndo(tx, publication.id, 'money', of);
		if (!last) return;
		const { rows, made, settings } = last.details?.before as Before;
		for (const { kind, id } of made) await dropTyped(tx, kind, id);
		for (const { kind, row } of rows) await putMoney(tx, kind, row);
		if (Object.keys(settings).length > 0) await setMoneySettings(tx, publication.id, settings);
		await recordAudit(tx, publication.id, actor, 'money.undo', { of: last.id });
		await touchPublication(tx, publication.id);
	});
}
