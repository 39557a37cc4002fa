import { and, eq, inArray, like } from 'drizzle-orm';
import type { Client } from './clients.ts';
import type { Db, Tx } from '../sql/open.ts';
import { client } from '../schema/event.ts';
import { provenance } from '../schema/import.ts';

/** An import that brought an event, and the id of the client that its file names for it. */
export type SetMember = { importId: number; client: number };

/** A set of imports as events name it: its id, and which of its members' clients is theirs. */
export type Origin = { id: number; client: number };

const listed = (ids: readonly number[]) => `,${ids.join(',')},`;

/** The imports of a set, the oldest first: it counts as having brought what they share. */
export const importsOfSet = (set: string) => set.split(',').filter(Boolean).map(Number);

/** A set of imports, made when it is first met. */
export async function provenanceOf(db: Db | Tx, members: readonly SetMember[]): Promise<Origin> {
	const inOrder = [...members].sort((a, b) => a.importId - b.importId);
	const words = {
		imports: listed(inOrder.map(({ importId }) => importId)),
		clients: listed(inOrder.map((member) => member.client))
	};
	await db.insert(provenance).values(words).onConflictDoNothing();
	const [row] = await db
		.select()
		.from(provenance)
		.where(and(eq(provenance.imports, words.imports), eq(provenance.clients, words.clients)));
	if (!row) throw new RangeError('a set of imports vanished');
	return { id: row.id, client: await chosenClient(db, members) };
}

/** The sets that the events of one import belong to, each looked up once. */
export class Origins {
	#db: Db | Tx;
	#importId: number;
	#own = new Map<number, number>();
	#joined = new Map<string, Origin>();

	constructor(db: Db | Tx, importId: number) {
		this.#db = db;
		this.#importId = importId;
	}

	/** The id of the set of this import alone. @param client as its file names it */
	async own(client: number): Promise<number> {
		const known = this.#own.get(client);
		if (known !== undefined) return known;
		const { id } = await provenanceOf(this.#db, [{ importId: this.#importId, client }]);
		this.#own.set(client, id);
		return id;
	}

	/** The set that another becomes with this import, if it is not in it yet. */
	async joined(id: number, client: number): Promise<Origin> {
		const key = `${id} ${client}`;
		const known = this.#joined.get(key) ?? (await this.#join(id, client));
		this.#joined.set(key, known);
		return known;
	}

	async #join(id: number, client: number): Promise<Origin> {
		const [row] = await this.#db.select().from(provenance).where(eq(provenance.id, id));
		if (!row) throw new RangeError(`no set of imports ${id}`);
		const members = pairsOf(row);
		const isIn = members.some(({ importId }) => importId === this.#importId);
		const own = { importId: this.#importId, client };
		return provenanceOf(this.#db, isIn ? members : [...members, own]);
	}
}

/** How a set of imports goes on without one of them. */
export type SetChange = {
	from: number;
	/** null where nobody else is left */
	to: Origin | null;
	/** the import that now counts as having brought the events first, where that changes */
	heir: number | null;
};

/** For every set with this import: the set without it. */
export async function setsWithout(db: Db | Tx, importId: number): Promise<SetChange[]> {
	const sets = await db
		.select()
		.from(provenance)
		.where(like(provenance.imports, `%,${importId},%`));
	const steps: SetChange[] = [];
	for (const set of sets) {
		const members = pairsOf(set);
		const rest = members.filter((other) => other.importId !== importId);
		const isFirst = members[0]?.importId === importId;
		steps.push({
			from: set.id,
			to: rest.length ? await provenanceOf(db, rest) : null,
			heir: isFirst ? (rest[0]?.importId ?? null) : null
		});
	}
	return steps;
}

function pairsOf({ imports, clients }: typeof provenance.$inferSelect): SetMember[] {
	const named = importsOfSet(clients);
	return importsOfSet(imports).map((importId, i) => ({ importId, client: named[i]! }));
}

/**
 * The client of an event for which several files name one each: that of a machine before any other,
 * then the one that says most. It goes by what they say, so that no order of imports matters.
 */
async function chosenClient(db: Db | Tx, members: readonly SetMember[]): Promise<number> {
	const ids = [...new Set(members.map((member) => member.client))];
	if (ids.length === 1) return ids[0]!;
	const rows = await db.select().from(client).where(inArray(client.id, ids));
	return rows.sort(bySaying)[0]!.id;
}

function bySaying(a: Client, b: Client): number {
	const rank = ({ machine, agent, device, country }: Client) =>
		8 * Number(machine) +
		4 * Number(agent !== 'unknown') +
		2 * Number(device !== '') +
		Number(country !== '');
	const words = ({ agent, device, country }: Client) => [agent, device, country].join('\t');
	return rank(b) - rank(a) || (words(a) < words(b) ? -1 : 1);
}
