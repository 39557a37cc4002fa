import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { client } from '../schema/event.ts';

export type Client = typeof client.$inferSelect;

/** The id of what an export says of the program behind an event, made when it is first met. */
export async function clientId(db: Db | Tx, words: Omit<Client, 'id'>): Promise<number> {
	await db.insert(client).values(words).onConflictDoNothing();
	const [row] = await db
		.select({ id: client.id })
		.from(client)
		.where(
			and(
				eq(client.machine, words.machine),
				eq(client.agent, words.agent),
				eq(client.device, words.device),
				eq(client.country, words.country)
			)
		);
	return row!.id;
}

export function listClients(db: Db | Tx): Promise<Client[]> {
	return db.select().from(client);
}
