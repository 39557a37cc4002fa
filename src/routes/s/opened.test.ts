import { expect, test } from 'vitest';
import { addShare, openShares, sharesOf, takeShareBack } from '#lib/server/access/shares.ts';
import { keepReport } from '#lib/server/report/reports.ts';
import { everything } from '#lib/filters/filters.ts';
import { newWorkspace } from '../../../tests/flow/publication.ts';
import { letters } from '../../../tests/flow/letters.ts';
import { GET } from './[token]/[file]/+server.ts';

test('a link revoked while a file of it is made → the file is not handed out', async () => {
	const { db, take, publication: ask } = await newWorkspace();
	await take(letters(2));
	const publication = await ask();
	const actor = { by: null, now: 1 };
	const asked = { kind: 'management', name: null, locale: 'en', filters: everything } as const;
	const reportId = await keepReport(db, publication, asked, actor);
	const terms = { reportId, path: null, password: null, expiresAt: null };
	const token = await addShare(db, publication, terms, actor);

	const real = openShares(db, 'secret');
	let opened = 0;
	let whenOpened = async () => {};
	const shares: typeof real = {
		...real,
		async open(...of) {
			const opening = await real.open(...of);
			if (opened++ === 0) await whenOpened();
			return opening;
		}
	};
	const locals = { db, language: 'en', authentication: { shares } };
	const url = new URL('http://localhost/s');
	const event = { locals, url, params: { token, file: 'report.csv' }, cookies: { get: () => {} } };
	const get = () => GET({ ...event, getClientAddress: () => '203.0.113.7' } as never);
	expect((await get()).status).toBe(200);

	opened = 0;
	const [{ id } = { id: 0 }] = await sharesOf(db, publication, 2);
	whenOpened = () => takeShareBack(db, publication, id, actor);
	await expect(get()).rejects.toMatchObject({ status: 410 });
});
