import { issueLabel } from '#lib/issue-label.ts';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { ownIssue } from '../store/content/issues.ts';
import { itemsOfIssue } from '../store/content/items.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import {
	dropPageRole,
	findPage,
	keepPageRole,
	keepUrlPlacement,
	placementsOf,
	rolesOfPages,
	sendsOfIssue,
	sendsWithPages,
	undoPlacement
} from '../store/content/page-words.ts';
import type { Publication } from '../store/publications.ts';
import { enqueueJob } from '../store/jobs/jobs.ts';

// What people say of pages that no document names. What follows is derived by the worker.

/**
 * Puts a page of one issue into one of its items, or into a new item of its own.
 *
 * @param item null for a new item
 * @param isNew whether the form showed a page of which nothing was said
 * @throws {Trouble} noSuchPage, noSuchIssue; sayingMovedOn where another has said something since
 */
export async function placePage(
	db: Db,
	publication: Publication,
	{ issue, page, item }: { issue: number; page: number; item: number | null },
	actor: Actor,
	isNew = false
) {
	const { id } = publication;
	await db.transaction(async (tx) => {
		const own = await ownIssue(tx, publication, issue);
		const stored = await findPage(tx, id, page);
		const items = await itemsOfIssue(tx, issue);
		const into = items.find((one) => one.id === item);
		if (!stored || (item !== null && !into)) throw new Trouble('noSuchPage', { id: page });
		if (isNew) await refuseSaid(tx, id, stored, issue);

		await keepUrlPlacement(
			tx,
			issue,
			{ do: 'page', page: stored.key, item, title: stored.key },
			actor
		);
		await recordAudit(tx, id, actor, 'pages.place', {
			issue: issueLabel(own),
			page: stored.key,
			item: into?.title ?? null
		});
		await enqueueSends(tx, id, await sendsOfIssue(tx, issue));
	});
}

/** Takes a page out of the item it was put into. @throws {Trouble} noSuchPage */
export async function unplacePage(db: Db, { id }: Publication, correction: number, actor: Actor) {
	await db.transaction(async (tx) => {
		const issue = await undoPlacement(tx, id, correction);
		if (issue === undefined) throw new Trouble('noSuchPage', { id: correction });
		await recordAudit(tx, id, actor, 'pages.unplace', { correction });
		await enqueueSends(tx, id, await sendsOfIssue(tx, issue));
	});
}

/**
 * Says what a page is in every issue, past and future: of the house, of the footer, or the same as
 * another page. Null takes it back.
 *
 * @param isNewIn the issue in which the form showed it as a page of which nothing was said; null for no such form
 * @throws {Trouble} noSuchPage; pageHasTwins, where others are the same as it; sayingMovedOn where another has
 * said something since
 */
export async function assignPage(
	db: Db,
	{ id }: Publication,
	page: number,
	word: { role: 'house' | 'footer' } | { same: number } | null,
	actor: Actor,
	isNewIn: number | null = null
) {
	await db.transaction(async (tx) => {
		const stored = isNewIn === null ? undefined : await findPage(tx, id, page);
		if (stored) await refuseSaid(tx, id, stored, isNewIn!);
		const roles = await rolesOfPages(tx, id);
		const before = roles.find(({ pageId }) => pageId === page);
		const touched = [page, ...(before?.samePageId ? [before.samePageId] : [])];

		if (word === null) await dropPageRole(tx, id, page);
		else if ('role' in word) {
			if (!(await findPage(tx, id, page))) throw new Trouble('noSuchPage', { id: page });
			await keepPageRole(tx, {
				publicationId: id,
				pageId: page,
				role: word.role,
				samePageId: null
			});
		} else {
			// one step from any page to the page it is the same as
			const on = roles.find(({ pageId, role }) => pageId === word.same && role === 'same');
			const same = on?.samePageId ?? word.same;
			if (!(await findPage(tx, id, same)) || same === page)
				throw new Trouble('noSuchPage', { id: same });
			if (roles.some(({ samePageId }) => samePageId === page)) throw new Trouble('pageHasTwins');
			await keepPageRole(tx, { publicationId: id, pageId: page, role: 'same', samePageId: same });
			touched.push(same);
		}
		await recordAudit(tx, id, actor, 'pages.say', { page, word });
		await enqueueSends(tx, id, await sendsWithPages(tx, id, touched));
	});
}

/** Refuses to say something of a page of which another has said something, in this issue or in all. */
async function refuseSaid(tx: Tx, id: number, page: { id: number; key: string }, issue: number) {
	const everywhere = (await rolesOfPages(tx, id)).some(({ pageId }) => pageId === page.id);
	const here = (await placementsOf(tx, [issue])).some((one) => one.page === page.key);
	if (everywhere || here) throw new Trouble('sayingMovedOn', { name: page.key });
}

/** Has the worker derive again what follows for these sends. */
async function enqueueSends(db: Tx, publicationId: number, sends: readonly number[]) {
	const targets = sends.map((id) => ({ what: 'send', id }) as const);
	await enqueueJob(db, { kind: 'derive', publicationId }, targets);
}
