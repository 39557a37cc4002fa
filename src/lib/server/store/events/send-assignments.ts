import { and, asc, eq } from 'drizzle-orm';
import { sendAssignment, source } from '../schema/publication.ts';
import type { Db, Tx } from '../sql/open.ts';

// What editors said of sends: of which issue they are.

export type SendAssignment = typeof sendAssignment.$inferSelect;

/** By what a send is known for good: its number here ends with its last export. */
export type SendKey = Pick<SendAssignment, 'sourceId' | 'campaign'>;

/** Those of a publication, in the order in which they were said. */
export function sendAssignmentsOf(
	db: Db | Tx,
	publicationId: number
): Promise<(SendAssignment & { provider: string })[]> {
	return db
		.select({
			sourceId: sendAssignment.sourceId,
			campaign: sendAssignment.campaign,
			documentHash: sendAssignment.documentHash,
			documentName: sendAssignment.documentName,
			otherSourceId: sendAssignment.otherSourceId,
			otherCampaign: sendAssignment.otherCampaign,
			at: sendAssignment.at,
			by: sendAssignment.by,
			provider: source.provider
		})
		.from(sendAssignment)
		.innerJoin(source, eq(source.id, sendAssignment.sourceId))
		.where(eq(source.publicationId, publicationId))
		.orderBy(asc(sendAssignment.at), asc(sendAssignment.sourceId), asc(sendAssignment.campaign));
}

/** Keeps what was said of a send, in place of what was said of it before. */
export async function keepSendAssignment(db: Db | Tx, row: SendAssignment) {
	await db
		.insert(sendAssignment)
		.values(row)
		.onConflictDoUpdate({ target: [sendAssignment.sourceId, sendAssignment.campaign], set: row });
}

/** Forgets which issue a person said that a send is: rules decide again. */
export async function dropSendAssignment(db: Db | Tx, { sourceId, campaign }: SendKey) {
	await db
		.delete(sendAssignment)
		.where(and(eq(sendAssignment.sourceId, sourceId), eq(sendAssignment.campaign, campaign)));
}
