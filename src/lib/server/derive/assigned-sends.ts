import type { PublicationDocument } from '../store/content/documents.ts';
import type { SendAssignment } from '../store/events/send-assignments.ts';
import { keyOfSend, type PublicationSend } from '../store/events/sends.ts';
import type { Edition } from './document-editions.ts';

/** Where an editor put a send: with a document, with another send, or alone. */
export type Assigned = { document: number } | { send: number } | 'alone';

/**
 * What editors said of the sends that are there, by send. Of what names a document or a send that is there
 * no more nothing is known: its export was taken back, and may come again.
 */
export function assignedSends(
	assignments: readonly SendAssignment[],
	documents: readonly PublicationDocument[],
	sends: readonly PublicationSend[]
): Map<number, Assigned> {
	const sendIds = new Map(sends.map((send) => [keyOfSend(send), send.id]));
	const assigned = new Map<number, Assigned>();
	for (const one of assignments) {
		const id = sendIds.get(keyOfSend(one));
		const to = anchorOf(one, documents, sendIds);
		if (id !== undefined && to !== null) assigned.set(id, to);
	}
	for (const id of [...assigned.keys()]) {
		const to = rootOf(id, assigned);
		if (to === null) assigned.delete(id);
		else assigned.set(id, to);
	}
	return assigned;
}

function anchorOf(
	{ documentHash, documentName, otherSourceId, otherCampaign }: SendAssignment,
	documents: readonly PublicationDocument[],
	sendIds: ReadonlyMap<string, number>
): Assigned | null {
	if (documentHash !== null) {
		const document = documents.find(
			({ hash, name }) => hash === documentHash && name === documentName
		);
		return document ? { document: document.id } : null;
	}
	if (otherCampaign === null) return 'alone';
	const send = sendIds.get(keyOfSend({ sourceId: otherSourceId, campaign: otherCampaign }));
	return send === undefined ? null : { send };
}

/**
 * Where a chain of sends leads, of which each is of the issue of the next; null where it leads back to
 * itself.
 */
function rootOf(id: number, assigned: ReadonlyMap<number, Assigned>): Assigned | null {
	const met = new Set([id]);
	let to = assigned.get(id)!;
	while (to !== 'alone' && 'send' in to) {
		if (met.has(to.send)) return null;
		met.add(to.send);
		const next = assigned.get(to.send);
		// one that is set apart may have others beside it
		if (next === undefined || next === 'alone') return to;
		to = next;
	}
	return to;
}

/** Puts the sends that editors gave to documents into the issues of these. */
export function putWithDocuments(
	editions: readonly Edition[],
	sends: readonly PublicationSend[],
	assigned: ReadonlyMap<number, Assigned>
) {
	for (const send of sends) {
		const to = assigned.get(send.id);
		if (to === undefined || to === 'alone' || !('document' in to)) continue;
		const edition = editions.find(({ documents }) =>
			documents.some(({ id }) => id === to.document)
		);
		edition!.sends.push({ send, by: 'editor' });
	}
}

/**
 * The issues of sends that editors set apart. Those that they gave to another send are put beside it,
 * wherever it is.
 *
 * @param editions all others
 */
export function setApart(
	editions: readonly Edition[],
	sends: readonly PublicationSend[],
	assigned: ReadonlyMap<number, Assigned>
): Edition[] {
	const apart = sends
		.filter(({ id }) => assigned.get(id) === 'alone')
		.map((send): Edition => ({ documents: [], sends: [{ send, by: 'editor' }] }));
	const all = [...editions, ...apart];
	for (const send of sends) {
		const to = assigned.get(send.id);
		if (to === undefined || to === 'alone' || !('send' in to)) continue;
		const beside = all.find((edition) => edition.sends.some((one) => one.send.id === to.send));
		beside!.sends.push({ send, by: 'editor' });
	}
	return apart;
}
