import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { publications as publicationsCommand } from '../../src/cli/publications.ts';
import type { Call } from '../../src/cli/command.ts';
import { WEEK } from '#lib/duration.ts';
import { giveShareBack, sharesOf, takeShareBack } from '#lib/server/access/shares.ts';
import {
	archivePublication,
	deletePublication,
	makePublication,
	removePublication,
	restorePublication
} from '#lib/server/editing/publications.ts';
import { joinNames, undoableMoneyChange } from '#lib/server/editing/money.ts';
import { beginWith, nameView, removeView } from '#lib/server/editing/views.ts';
import { everything } from '#lib/filters/filters.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import {
	everyPublication,
	hiddenPublications,
	publicationChoices,
	publicationOf,
	publicationWithId
} from '#lib/server/figures/publications.ts';
import { firstPathOf, viewsOf } from '#lib/server/figures/views.ts';
import { publicationFor, publicationMeant } from '#lib/server/ingest/publication.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { enqueueRemovals, runRemoval } from '#lib/server/ingest/remove-publications.ts';
import { addSchedule } from '#lib/server/mail/schedules.ts';
import { listSchedules } from '#lib/server/store/reports/schedules.ts';
import { enqueueJob, jobsOfKind } from '#lib/server/store/jobs/jobs.ts';
import { readSetting } from '#lib/server/store/settings.ts';
import { listAudits } from '#lib/server/store/people/audit.ts';
import { insertShare } from '#lib/server/store/people/shares.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { newWorkspace } from './publication.ts';
import { sampleDatabase } from './sample-database.ts';

// What hides a publication, deletes it and brings it back; views of one's own; a revoked link.

const NOW = Date.parse('2026-11-27T20:00:00Z');
const actor = { by: null, now: NOW };

async function withSample() {
	const sample = await sampleDatabase();
	const publication = await publicationMeant(sample.db, 'sample');
	return { ...sample, publication };
}

const slugs = async (db: Db) => (await publicationChoices(db)).map(({ slug }) => slug);
test('archived → in no list, nothing of it opens; restored → the same figures to the digit', async () => {
	const { db, publication, close } = await withSample();
	const figures = () =>
		overviewFigures(db, publication, { ...everything, last: 12, compare: 'year' }, NOW);
	const before = JSON.stringify(await figures());
	await archivePublication(db, publication, actor);

	expect(await slugs(db)).not.toContain('sample');
	expect((await everyPublication(db)).map(({ slug }) => slug)).toContain('sample');
	const archived = { code: 'publicationArchived' };
	await expect(publicationOf(db, 'sample')).rejects.toMatchObject(archived);
	await expect(publicationMeant(db, 'sample')).rejects.toMatchObject(archived);
	const words = { language: 'en', currency: 'EUR', zone: 'UTC' } as const;
	await expect(publicationFor(db, 'sample', null, words, NOW)).rejects.toMatchObject(archived);
	// neither links nor scheduled reports nor alerts
	expect(await publicationWithId(db, publication.id)).toBeUndefined();

	await restorePublication(db, 'sample', actor);
	expect(JSON.stringify(await figures())).toBe(before);
	expect(await slugs(db)).toContain('sample');
	await close();
});

test('deleted → hidden at once, restorable for a week, then all of it is gone', async () => {
	const { db, publication, close } = await withSample();
	await expect(deletePublication(db, publication, 'something else', actor)).rejects.toMatchObject({
		code: 'wrongName'
	});
	expect(await slugs(db)).toContain('sample');

	await deletePublication(db, publication, ` ${publication.name} `, actor);
	expect(await hiddenPublications(db)).toMatchObject([{ slug: 'sample', deletesAt: NOW + WEEK }]);
	await enqueueRemovals(db, NOW + WEEK - 1);
	expect(await jobsOfKind(db, 'remove', ['waiting'])).toEqual([]);
	// what is not due is not deleted, whoever asks
	await runRemoval(db, String(publication.id), NOW + WEEK - 1);
	await restorePublication(db, 'sample', actor);
	await runRemoval(db, String(publication.id), NOW + 2 * WEEK);
	expect(await slugs(db)).toContain('sample');

	await deletePublication(db, publication, publication.name, actor);
	await enqueueRemovals(db, NOW + WEEK);
	await enqueueRemovals(db, NOW + WEEK + 1);
	const [job, ...others] = await jobsOfKind(db, 'remove', ['waiting']);
	expect(job).toMatchObject({ publicationId: null, subject: String(publication.id) });
	expect(others).toEqual([]);
	await runRemoval(db, job!.subject, NOW + WEEK);
	expect(await everyPublication(db)).toEqual([]);
	const left = await db.$client.execute('SELECT count(*) AS n FROM click_event');
	expect(left.rows[0]!.n).toBe(0);
	await close();
});

test('a publication made after one was removed → has nothing of that one: neither its audit nor its undo', async () => {
	const { db } = await newWorkspace();
	const words = { language: 'fr', currency: 'EUR', zone: 'Europe/Paris' } as const;
	await makePublication(db, { ...words, slug: 'one', name: 'One' }, NOW);
	const one = await publicationMeant(db, 'one');
	await joinNames(db, one, { kind: 'channel', from: 'Client', to: 'Secret' }, actor);
	await removePublication(db, one, actor);
	await runRemoval(db, String(one.id), NOW);

	await makePublication(db, { ...words, slug: 'two', name: 'Two' }, NOW);
	const two = await publicationMeant(db, 'two');
	expect(await undoableMoneyChange(db, two)).toBeNull();
	const kept = await listAudits(db, { publicationId: two.id });
	expect(kept.map(({ action }) => action)).toEqual(['publication.made']);
});

test('the sample removed while a job works on it → hidden at once, and all of it gone once that has ended', async () => {
	const { db, publication, close } = await withSample();
	const worker = () =>
		workOff(
			db,
			() => ({}) as never,
			() => NOW
		);
	const words = { kind: 'fits', publicationId: publication.id } as const;
	await db.transaction((tx) => enqueueJob(tx, words));
	// of another machine, which lives as long as its lease
	await db.run(sql`UPDATE job SET state = 'running', owner = 'another-host.1.mark', attempts = 1,
		lease_until = 9e15 WHERE kind = 'fits' AND state = 'waiting'`);
	await removePublication(db, publication, actor);
	await worker();
	const clicks = async () =>
		(await db.$client.execute('SELECT count(*) AS n FROM click_event')).rows[0]!.n;
	expect(await publicationChoices(db)).toEqual([]);
	expect(await clicks()).toBeGreaterThan(0);

	await db.run(sql`UPDATE job SET state = 'done', owner = NULL, ended_at = 1 WHERE kind = 'fits'`);
	await worker();
	expect(await everyPublication(db)).toEqual([]);
	expect(await clicks()).toBe(0);
	// its files lie in the inbox still: they make no publication again
	expect(await readSetting(db, 'sampleRemoved')).not.toBeNull();
	await close();
});

test('a publication restored after months → reports that fell due meanwhile are not sent', async () => {
	const { db, publication } = await newWorkspace();
	const given = {
		report: 'management',
		comparison: 'none',
		locale: 'fr',
		rule: { every: 'week', day: 1, hour: 7, last: 4 },
		recipients: ['ana@example.org']
	};
	await addSchedule(db, await publication(), given, actor);
	await archivePublication(db, await publication(), actor);
	await restorePublication(db, 'canal', { by: null, now: NOW + 9 * WEEK });
	const [schedule] = await listSchedules(db, (await publication()).id);
	expect(schedule!.since).toBe(NOW + 9 * WEEK);
});

test('the command’s archive, restore and delete → done and listed; delete without the name typed → refused', async () => {
	const { db, publication, close } = await withSample();
	const run = async (args: string[], options: Record<string, string> = {}) =>
		(await publicationsCommand.run({
			args,
			options,
			locale: 'en',
			db: async () => db
		} as unknown as Call))!.json;
	expect(await run(['archive', 'sample'])).toMatchObject([{ slug: 'sample', deletesAt: null }]);
	expect(await run(['restore', 'sample'])).toEqual([]);
	await expect(run(['delete', 'sample'])).rejects.toMatchObject({ code: 'wrongName' });
	await run(['delete', 'sample'], { typed: publication.name });
	expect(await run(['archived'])).toMatchObject([{ slug: 'sample' }]);
	await expect(run(['restore', 'nothing'])).rejects.toMatchObject({ code: 'noSuchPublication' });
	await close();
});

test('a view of one’s own → nobody else sees it; one begins where one says', async () => {
	const { db, publication, close } = await withSample();
	const [ana, ben] = ['ana', 'ben'].map((by) => ({ by, now: NOW, shares: by === 'ben' }));
	const view = { name: 'Ports', path: 'topics?last=12', pinned: false };
	await nameView(db, publication, { ...view, own: true }, ana!);
	await expect(nameView(db, publication, { ...view, own: false }, ana!)).rejects.toMatchObject({
		code: 'notAllowed'
	});
	await nameView(db, publication, { ...view, path: 'items', own: false }, ben!);
	const namesOf = async (who: string | null) =>
		(await viewsOf(db, publication, who)).map(({ path, own, first }) => ({ path, own, first }));
	const shared = { path: 'items', own: false, first: false };
	expect(await namesOf('ben')).toEqual([shared]);
	expect(await namesOf(null)).toEqual([shared]);
	expect(await namesOf('ana')).toHaveLength(2);

	const seen = await viewsOf(db, publication, 'ana');
	const own = seen.find((one) => one.own)!;
	await expect(beginWith(db, publication, own.id, true, ben!)).rejects.toMatchObject({
		code: 'noSuchView'
	});
	await beginWith(db, publication, own.id, true, ana!);
	expect(await firstPathOf(db, publication, 'ana')).toBe('topics?last=12');
	// named anew it stays what is opened first
	await nameView(db, publication, { ...view, path: 'authors', own: true }, ana!);
	expect(await firstPathOf(db, publication, 'ana')).toBe('authors');
	expect(await firstPathOf(db, publication, 'ben')).toBeNull();

	await expect(removeView(db, publication, own.id, ben!)).rejects.toMatchObject({
		code: 'noSuchView'
	});
	await removeView(db, publication, own.id, ana!);
	expect(await firstPathOf(db, publication, 'ana')).toBeNull();
	await close();
});

test('two who save a view under one name from the same page → the second is told, and the first’s stays', async () => {
	const { db, publication } = await newWorkspace();
	const of = await publication();
	const [ana, ben] = ['ana', 'ben'].map((by) => ({ by, now: NOW, shares: true }));
	const keep = (path: string, who: typeof ana, shown: unknown, own = false) =>
		nameView(db, of, { name: 'Ports', path, pinned: false, own }, who!, shown);
	const shown = async () =>
		Object.fromEntries((await viewsOf(db, of, 'ben')).map(({ id, path }) => [id, path]));
	const paths = async () => Object.values(await shown());

	await keep('items', ana, {});
	const refused = { code: 'viewMovedOn', details: { name: 'Ports' } };
	await expect(keep('topics', ben, {})).rejects.toMatchObject(refused);
	expect(await paths()).toEqual(['items']);
	// the same page again is no harm, and one’s own of that name is another; who looks again may replace it
	await keep('items', ben, {});
	await keep('authors', ben, {}, true);
	expect((await paths()).toSorted()).toEqual(['authors', 'items']);
	const seen = await shown();
	await keep('topics', ben, seen);
	expect((await paths()).toSorted()).toEqual(['authors', 'topics']);

	const [id] = Object.entries(seen).find(([, path]) => path === 'items')!;
	await expect(removeView(db, of, Number(id), ana!, seen)).rejects.toMatchObject(refused);
	await removeView(db, of, Number(id), ana!, await shown());
	expect(await paths()).toEqual(['authors']);
});

test('a view of one topic, author or issue → is kept; one name in two spellings → one view', async () => {
	const { db, publication } = await newWorkspace();
	const of = await publication();
	const ben = { by: 'ben', now: NOW, shares: true };
	const keep = (name: string, path: string) =>
		nameView(db, of, { name, path, pinned: false, own: false }, ben);
	await keep('\u00c9cluses', 'topics/3?last=12');
	await keep('E\u0301cluses ', 'authors/Maud%20Kerivel');
	await keep('Ports', 'audience?channel=Pub*');
	expect((await viewsOf(db, of, null)).map(({ name, path }) => [name, path])).toEqual([
		['Ports', 'audience?channel=Pub*'],
		['\u00c9cluses', 'authors/Maud%20Kerivel']
	]);
	for (const name of ['', '\u200b', 'x'.repeat(61)])
		await expect(keep(name, 'topics')).rejects.toMatchObject({ code: 'badView' });
	await expect(keep('Away', '../account')).rejects.toMatchObject({ code: 'badView' });
});

test('a link revoked by mistake → open again for a week, at the same address', async () => {
	const { db, publication, close } = await withSample();
	await insertShare(db, {
		publicationId: publication.id,
		reportId: null,
		path: '',
		createdAt: NOW,
		by: null,
		tokenHash: 'hash',
		passwordHash: null,
		expiresAt: null
	});
	const [share] = await sharesOf(db, publication, NOW);
	await expect(giveShareBack(db, publication, share!.id, actor)).rejects.toMatchObject({
		code: 'shareNotRestorable'
	});
	await takeShareBack(db, publication, share!.id, actor);
	expect(await sharesOf(db, publication, NOW)).toMatchObject([
		{ state: 'revoked', undoable: true }
	]);
	expect(await sharesOf(db, publication, NOW + WEEK)).toMatchObject([{ undoable: false }]);
	await expect(
		giveShareBack(db, publication, share!.id, { by: null, now: NOW + WEEK })
	).rejects.toMatchObject({ code: 'shareNotRestorable' });
	await giveShareBack(db, publication, share!.id, actor);
	expect(await sharesOf(db, publication, NOW)).toMatchObject([{ state: 'good' }]);
	await close();
});
