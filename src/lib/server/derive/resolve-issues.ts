import { findDate } from '#lib/issue/dates.ts';
import { findNumber } from '#lib/issue/lines/number.ts';
import { issueOfSend, recurringTitles } from '#lib/join/issue-of-send.ts';
import { daysBetween, titleKey } from '#lib/join/title.ts';
import { startOfLocalDate, localDate } from '../local-date.ts';
import {
	documentsOf,
	setIssueOfDocuments,
	type PublicationDocument
} from '../store/content/documents.ts';
import {
	changeIssue,
	dropIssues,
	issuesOf,
	type Issue,
	type IssueWords
} from '../store/content/issues.ts';
import { grouped } from '../store/sql/grouped.ts';
import type { Tx } from '../store/sql/open.ts';
import { sendAssignmentsOf } from '../store/events/send-assignments.ts';
import { keyOfSend, sendsOf, setIssueOfSend, type PublicationSend } from '../store/events/sends.ts';
import { assignedSends, putWithDocuments, setApart, type Assigned } from './assigned-sends.ts';
import { carryWork } from './carry-work.ts';
import { documentEditions, type Edition } from './document-editions.ts';
import { editionIdentity, identityOfSend } from './edition-identity.ts';
import { beginIssue, putAside } from './gone-issues.ts';
import { byNumber, leftByReaders } from './left-sends.ts';
import { areVersions, exportedWith } from './same-edition.ts';

/**
 * Finds out which documents and sends are one issue. Derived anew from all of them each time, in an
 * order that does not depend on when they arrived; issues keep their ids as long as anything of
 * theirs stays.
 *
 * @returns ids of issues that are not what they were
 */
export async function resolveIssues(
	db: Tx,
	publicationId: number,
	zone: string
): Promise<Set<number>> {
	const documents = await documentsOf(db, publicationId);
	const sends = (await sendsOf(db, publicationId)).filter(({ draft }) => !draft).sort(byDate);
	const before = await issuesOf(db, publicationId);

	const said = await sendAssignmentsOf(db, publicationId);
	const assigned = assignedSends(said, documents, sends);
	const { editions, alone } = editionsOf(documents, sends, assigned, zone);
	editions.push(...byNumber(await leftByReaders(db, editions, alone, zone), zone));
	editions.push(...setApart(editions, sends, assigned));
	const changed = new Set<number>();
	const left = new Map(before.map((issue) => [issue.id, issue]));
	/** by an issue that something left, where that went */
	const joined = new Map<number, number>();

	for (const edition of editions) {
		const old = keptIssue(edition, left);
		const words = wordsOf(edition, zone);
		if (old) left.delete(old.id);

		const id = old?.id ?? (await beginIssue(db, publicationId, words));
		if (!old || !sameWords(old, words)) changed.add(id);
		if (old && !sameWords(old, words)) await changeIssue(db, id, words);

		const moved = edition.documents.filter((document) => document.issueId !== id);
		for (const { issueId } of moved) if (issueId !== null) joined.set(issueId, id);
		await setIssueOfDocuments(
			db,
			moved.map((document) => document.id),
			id
		);
		for (const { send, by } of edition.sends) {
			if (send.issueId === id && send.issueBy === by) continue;
			await setIssueOfSend(db, send.id, id, by);
			changed.add(id);
			if (send.issueId === null || send.issueId === id) continue;
			// the issue that it leaves may go on without it
			changed.add(send.issueId);
			joined.set(send.issueId, id);
		}
	}
	for (const gone of left.values()) {
		const kept = joined.get(gone.id);
		if (kept !== undefined) await carryWork(db, gone.id, kept);
		else await putAside(db, gone);
	}
	await dropIssues(db, [...left.keys()]);
	return changed;
}

function editionsOf(
	documents: readonly PublicationDocument[],
	sends: readonly PublicationSend[],
	assigned: ReadonlyMap<number, Assigned>,
	zone: string
): { editions: Edition[]; alone: PublicationSend[] } {
	const editions = documentEditions(documents, sends);
	putWithDocuments(editions, sends, assigned);
	const alone: PublicationSend[] = [];
	const byCampaign = new Map<string, Edition>();
	for (const edition of editions)
		for (const document of edition.documents)
			for (const exported of exportedWith(document, sends))
				byCampaign.set(keyOfSend(exported), edition);

	const dates = sends.map(({ sentAt }) => (sentAt === null ? null : localDate(sentAt, zone)));
	for (const send of sends)
		if (!assigned.has(send.id))
			byCampaign.get(keyOfSend(send))?.sends.push({ send, by: 'campaign' });

	// a document may say nothing of itself where the send it was exported with does
	const known = editions.map((edition, id) => ({ id, ...knownAs(edition, zone) }));
	const recurring = recurringTitles(
		sends.map(({ name, subject }, i) => ({ name, subject, date: dates[i]! }))
	);
	// "Letter of 7 April 2026": a day in its name, where no export says when it was sent
	const days = sends.map((send, i) => dates[i] ?? dayInName(send));
	const sharesDay = dayRivals(sends, days, recurring, zone);
	for (const [i, send] of sends.entries()) {
		const { campaign, name, subject } = send;
		if (assigned.has(send.id) || byCampaign.has(keyOfSend(send))) continue;
		const others = sharesDay(i) ? [days[i]!] : [];
		const find = (date: string | null) =>
			issueOfSend({ campaign, name, subject, date }, known, others, recurring);
		const match = find(dates[i]!) ?? (dates[i] === null ? find(days[i]!) : null);
		if (match) editions[match.issue]!.sends.push({ send, by: match.by });
		else alone.push(send);
	}
	return { editions, alone };
}

/** A letter is sent again within so many days, and comes out less often. */
const AGAIN_DAYS = 6;

/**
 * Makes what tells whether the day of a send says nothing of its issue: another one went out that day that is
 * no version of it, or it is one of days before that went out again.
 *
 * @param days of each send, as its export or its name tells
 * @param recurring titles, as compared, that sends of different issues have
 */
function dayRivals(
	sends: readonly PublicationSend[],
	days: readonly (string | null)[],
	recurring: ReadonlySet<string>,
	zone: string
): (place: number) => boolean {
	const places = [...sends.keys()];
	const onDay = grouped(places, (i) => days[i]!);
	const keys = sends.map(({ name, subject, campaign }) => [
		...[subject, name, campaign].flatMap((text) => findNumber(text ?? '') ?? []),
		...[name ?? campaign, subject ?? ''].map(titleKey).filter((key) => key && !recurring.has(key))
	]);
	const called = grouped(
		places.flatMap((i) => keys[i]!.map((key) => ({ i, key }))),
		({ key }) => key
	);
	return (place) => {
		const [own, day] = [sends[place]!, days[place]!];
		if (day === null) return false;
		const beside = onDay.get(day)!.filter((i) => i !== place);
		if (beside.some((i) => !areVersions(own, sends[i]!, zone))) return true;
		return keys[place]!.some((key) =>
			called.get(key)!.some(({ i }) => {
				const other = days[i]!;
				return other !== null && other < day && daysBetween(other, day)! <= AGAIN_DAYS;
			})
		);
	};
}

function dayInName({ name, subject, campaign }: PublicationSend): string | null {
	return findDate([name ?? campaign, subject ?? ''].join(' '));
}

/** An order that does not depend on which send was met first. */
function byDate(a: PublicationSend, b: PublicationSend) {
	const key = ({ provider, campaign }: PublicationSend) => `${provider} ${campaign}`;
	return (a.sentAt ?? Infinity) - (b.sentAt ?? Infinity) || (key(a) < key(b) ? -1 : 1);
}

/** By what further sends of an edition are known: its documents, else the sends it has. */
function knownAs(edition: Edition, zone: string) {
	const own = editionIdentity(edition);
	const [identity] = edition.sends.map(({ send }) => identityOfSend(send, zone));
	return {
		number: own.number ?? numberOfSends(edition),
		title: own.title ?? identity?.title ?? null,
		date: own.date ?? identity?.date ?? null
	};
}

function numberOfSends({ sends }: Edition): number | null {
	const numbers = sends.flatMap(({ send: { subject, name, campaign } }) => {
		const [number] = [subject, name, campaign].flatMap((text) => findNumber(text ?? '') ?? []);
		return number ?? [];
	});
	return numbers.sort((a, b) => a - b)[0] ?? null;
}

function wordsOf(edition: Edition, zone: string): IssueWords {
	const { title, date, ...identity } = editionIdentity(edition);
	const sends = edition.sends.map(({ send }) => send);
	const number = identity.number ?? numberOfSends(edition);
	const instants = sends.flatMap(({ sentAt }) => (sentAt === null ? [] : [sentAt]));
	const names = sends.map(({ name, campaign }) => name ?? campaign).sort();
	const subject = sends.flatMap(({ subject }) => subject ?? []).sort()[0] ?? null;

	return {
		number,
		title: title ?? subject ?? names[0] ?? edition.documents[0]!.name,
		subject,
		sentAt: instants.length
			? Math.min(...instants)
			: date === null
				? null
				: startOfLocalDate(date, zone),
		documentId: edition.documents[0]?.id ?? null
	};
}

function keptIssue({ documents, sends }: Edition, left: ReadonlyMap<number, Issue>) {
	const oldest = (ids: readonly (number | null)[]) =>
		ids.filter((id) => id !== null && left.has(id)).sort((a, b) => a! - b!)[0];
	// what is said of items is said of a letter's; else links to the issue that was known first go on to work
	const kept =
		oldest(documents.map(({ issueId }) => issueId)) ??
		oldest(sends.map(({ send }) => send.issueId));
	return left.get(kept ?? NaN);
}

function sameWords(a: IssueWords, b: IssueWords): boolean {
	return (Object.keys(b) as (keyof IssueWords)[]).every((key) => a[key] === b[key]);
}
