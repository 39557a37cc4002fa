import { eq, like } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { provenance } from './schema/import.ts';

/** The name of a set of imports: ids in rising order, between commas, so that one can be looked for. */
function name(imports: readonly number[]): string {
	return `,${[...imports].sort((a, b) => a - b).join(',')},`;
}

/** The imports of a set, the oldest first: it counts as having brought what they share. */
export const membersOf = (set: string) => set.split(',').filter(Boolean).map(Number);

/** The id of a set of imports, made when it is first met. */
export async function provenanceOf(db: Db | Tx, imports: readonly number[]): Promise<number> {
	await db
		.insert(provenance)
		.values({ imports: name(imports) })
		.onConflictDoNothing();
	const [found] = await db
		.select()
		.from(provenance)
		.where(eq(provenance.imports, name(imports)));
	if (!found) throw new RangeError('a set of imports vanished');
	return found.id;
}

/** The id of the set that an import joins. */
export async function joinedBy(db: Db | Tx, id: number, importId: number): Promise<number> {
	const [found] = await db.select().from(provenance).where(eq(provenance.id, id));
	if (!found) throw new RangeError(`no set of imports ${id}`);
	const imports = membersOf(found.imports);
	return imports.includes(importId) ? id : provenanceOf(db, [...imports, importId]);
}

/** How a set of imports goes on without one of them. */
export type Step = {
	from: number;
	/** null where nobody else is left */
	to: number | null;
	/** the import that now counts as having brought the events first, where that changes */
	heir: number | null;
};

/** For every set with this import: the set without it. */
export async function without(db: Db | Tx, importId: number): Promise<Step[]> {
	const sets = await db
		.select()
		.from(provenance)
		.where(like(provenance.imports, `%,${importId},%`));
	const steps: Step[] = [];
	for (const { id, imports } of sets) {
		const [first] = membersOf(imports);
		const rest = membersOf(imports).filter((other) => other !== importId);
		steps.push({
			from: id,
			to: rest.length ? await provenanceOf(db, rest) : null,
			heir: first === importId ? (rest[0] ?? null) : null
		});
	}
	return steps;
}
