import { sql } from 'drizzle-orm';
import { eventTable } from './events.ts';
import { inherit } from './imports.ts';
import type { Db } from '../sql/open.ts';
import type { SetChange } from './provenance.ts';
import { eventKinds } from '../schema/fact.ts';

/**
 * Takes out what only one import brought; what others brought too stays with them.
 *
 * @param steps for each set of imports with it, the set without it (provenance.ts)
 */
export async function withdrawEvents(
	db: Db,
	sendIds: readonly number[],
	steps: readonly SetChange[]
) {
	const sends = sql.raw(sendIds.join(', ') || 'NULL');
	const ids = (of: readonly SetChange[]) =>
		sql.raw(of.map(({ from }) => from).join(', ') || 'NULL');
	const ending = steps.filter(({ to }) => to === null);
	await withdrawLeavings(db, steps);
	for (const kind of eventKinds) {
		await db.run(
			sql`DELETE FROM ${eventTable(kind)} WHERE send_id IN (${sends}) AND provenance_id IN (${ids(ending)})`
		);
		const met = await db.all<{ id: number }>(sql`
			SELECT DISTINCT provenance_id AS id FROM ${eventTable(kind)}
			WHERE send_id IN (${sends}) AND provenance_id IN (${ids(steps)})`);
		const present = new Set(met.map(({ id }) => id));
		const moving = new Map<number, SetChange[]>();
		for (const step of steps) {
			if (step.to === null || !present.has(step.from)) continue;
			moving.set(step.to.id, [...(moving.get(step.to.id) ?? []), step]);
		}
		for (const [id, alike] of moving) {
			const { to, heir } = alike[0]!;
			await db.transaction(async (tx) => {
				const { rowsAffected } = await tx.run(sql`
					UPDATE ${eventTable(kind)} SET provenance_id = ${id}, client_id = ${to!.client}
					WHERE send_id IN (${sends}) AND provenance_id IN (${ids(alike)})`);
				if (heir !== null && rowsAffected > 0) await inherit(tx, heir, rowsAffected);
			});
		}
	}
}

/** The same of unsubscribes that are kept apart from their issue. */
async function withdrawLeavings(db: Db, steps: readonly SetChange[]) {
	for (const { from, to } of steps)
		await db.transaction(async (tx) => {
			if (to !== null)
				await tx.run(sql`
					INSERT OR IGNORE INTO reader_left (reader_id, at, provenance_id)
					SELECT reader_id, at, ${to.id} FROM reader_left WHERE provenance_id = ${from}`);
			await tx.run(sql`DELETE FROM reader_left WHERE provenance_id = ${from}`);
		});
}
