import { moneyKinds } from '#lib/money-kinds.ts';
import { answersOnMoney, listImports } from '../../store/events/imports.ts';
import { moneyRows } from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { standingOf } from './standing.ts';

/** A file that replaced amounts of others, or whose amounts wait to be told from them. */
export type Revision = { id: number; file: string; n: number; code: 'revises' | 'held' };

/**
 * Files of which somebody should say whether they are of an account of their own, the latest first: those
 * that replaced amounts of others, and those that wait for the answer, each with how many amounts.
 */
export async function openRevisions(db: Db, { id }: Publication): Promise<Revision[]> {
	const answers = await answersOnMoney(db, id);
	const counts = { revises: new Map<number, number>(), held: new Map<number, number>() };
	const add = (of: keyof typeof counts, file: number, n: number) =>
		counts[of].set(file, (counts[of].get(file) ?? 0) + n);
	for (const kind of moneyKinds) {
		const { revising, held } = standingOf(await moneyRows(db, id, kind), answers);
		for (const [file, n] of revising) add('revises', file, n);
		for (const { importId } of held) add('held', importId!, 1);
	}
	if (counts.revises.size + counts.held.size === 0) return [];
	return (await listImports(db, id)).flatMap(({ id, name, reading }) => {
		if (reading?.beside !== undefined) return [];
		return (['held', 'revises'] as const).flatMap((code) => {
			const n = counts[code].get(id);
			return n === undefined ? [] : [{ id, file: name, n, code }];
		});
	});
}
