import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { documentsOf, setReading } from '#lib/server/store/content/documents.ts';
import { document } from '#lib/server/store/schema/document.ts';
import { keepSetting } from '#lib/server/store/settings.ts';
import { parcels, zip } from './canal.ts';
import { newDesk } from './publication.ts';

const files = Object.fromEntries(
	Object.entries(parcels()).map(([name, parcel]) => [`${name}.zip`, zip(parcel)])
);

test('documents read by older rules are read again, and figures follow', async () => {
	const desk = await newDesk();
	await desk.take(files);
	const before = await desk.figures();
	const { db } = desk;
	for (const { id, outline, headings } of await documentsOf(db, (await desk.publication()).id)) {
		await setReading(db, id, { outline: { ...outline, sections: [] }, headings, rules: 0 });
	}

	await recover(db, Date.now());
	expect(await desk.figures()).toEqual(before);
	const read = await db.select().from(document).where(eq(document.rules, 0));
	expect(read).toEqual([]);
	expect(await desk.differences()).toEqual([]);
});

test('pages are found again when the rules about links have changed', async () => {
	const desk = await newDesk();
	await desk.take(files);
	const before = await desk.figures();

	await keepSetting(desk.db, 'urlRules', '0');
	await recover(desk.db, Date.now());
	expect(await desk.figures()).toEqual(before);
	expect(await desk.differences()).toEqual([]);
});
