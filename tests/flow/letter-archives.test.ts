import { gzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { becameOf } from '#lib/server/ingest/files/became.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { newWorkspace } from './publication.ts';

// Issues as archives hold them, many in one file, and exports that are called like a text.

const titles = ['Les marées', 'Le brouillard', 'Le phare'];
const day = (n: number) => String(9 + 7 * n).padStart(2, '0');

const story = (n: number) =>
	`<h1>La Criée n° ${n}</h1><h2>À la une</h2><h3><a href="https://example.com/port-${n}">Le port rouvre ses quais</a></h3><p>Après deux ans de travaux, les quais rouvrent aux pêcheurs.</p><h3><a href="https://example.com/criee-${n}">La criée passe au numérique</a></h3><p>Les enchères se font désormais depuis un téléphone.</p>`;

const mailbox = (numbers: readonly number[]) =>
	numbers
		.map(
			(n) =>
				`From bonjour@example.com Mon Mar ${day(n)} 07:00:00 2026\nFrom: bonjour@example.com\nTo: ana@example.org\nSubject: La Criee ${n}\nDate: Mon, ${day(n)} Mar 2026 07:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${story(n)}\n`
		)
		.join('\n');

const feed = (numbers: readonly number[]) =>
	`<?xml version="1.0"?><rss><channel><title>La Criée</title>${numbers
		.map(
			(n) =>
				`<item><title>La Criée n° ${n} : ${titles[n]}</title><pubDate>Mon, ${day(n)} Mar 2026 07:00:00 +0100</pubDate><content:encoded><![CDATA[${story(n)}]]></content:encoded></item>`
		)
		.join('')}</channel></rss>`;

/** Clicks as a spreadsheet saves them with the name of a text. */
const clicks = (n: number, delimiter: string) =>
	[
		['Email', 'URL', 'Clicked at', 'Campaign'],
		...['ana', 'bo', 'cy'].map((name) => [
			`${name}@example.org`,
			`https://example.com/port-${n}`,
			`2026-03-${day(n)} 08:00:00`,
			`La Criée n° ${n}`
		])
	]
		.map((row) => row.join(delimiter))
		.join('\n');

const bytes = (text: string) => new TextEncoder().encode(text);

test('a mailbox, by itself or in a zip → an issue of each mail, once, undone one by one', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'criee.mbox': bytes(mailbox([0, 1])) });
	const first = await workspace.figures();
	expect(first.issues.map(({ number, items }) => [number, items])).toEqual([
		[0, 2],
		[1, 2]
	]);

	// a later export holds those of before
	const zip = zipSync({ 'Mail/criee.mbox/mbox': bytes(mailbox([0, 1, 2])) });
	const taken = await workspace.take({ 'takeout.zip': zip });
	expect(taken.map(({ state }) => state)).toEqual(['known', 'known', 'done']);
	expect(taken[2]).toMatchObject({
		file: 'takeout.zip/criee.mbox/mbox/2026-03-23 La Criee 2.eml',
		kind: 'document'
	});

	await workspace.undo(taken[2]!.id);
	expect(await workspace.figures()).toEqual(first);
	expect(await workspace.differences()).toEqual([]);
});

test('a mailbox that is uploaded → an import of each mail, and none of the mailbox', async () => {
	const workspace = await newWorkspace();
	const publication = await workspace.publication();
	const terms = { data: workspace.data, by: null, now: 1 };
	const stream = (async function* () {
		yield bytes(mailbox([0, 1]));
	})();
	const { id } = await takeUpload(workspace.db, publication, 'criee.mbox', stream, terms);
	const context = await workspace.context();
	await workOff(workspace.db, () => context, Date.now);
	const receipts = await workspace.receipts();
	expect(receipts.map(({ file, state }) => [file, state]).sort()).toEqual([
		['criee.mbox/2026-03-09 La Criee 0.eml', 'done'],
		['criee.mbox/2026-03-16 La Criee 1.eml', 'done']
	]);
	expect(await workspace.figures()).toMatchObject({ issues: [{ number: 0 }, { number: 1 }] });
	// whoever asks what became of the upload is led to its mails
	expect(await becameOf(workspace.db, id)).toHaveLength(2);
});

test('a feed with all its text → its issues; of summaries alone → refused, with what to bring', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'feed.xml': bytes(feed([0, 1, 2])) });
	expect((await workspace.figures()).issues.map(({ title }) => title)).toEqual([
		'La Criée n° 0 : Les marées',
		'La Criée n° 1 : Le brouillard',
		'La Criée n° 2 : Le phare'
	]);
	const short = feed([0]).replace(/<content:encoded>.*<\/content:encoded>/, '');
	const [refused] = await workspace.take({ 'short.xml': bytes(short) });
	expect(refused).toMatchObject({ state: 'failed', trouble: { code: 'noLetters' } });
});

test.each(['\t', ';', ','])(
	'clicks in a text, parted by %j → clicks, and no issue of that text',
	async (delimiter) => {
		const workspace = await newWorkspace();
		await workspace.take({ 'feed.xml': bytes(feed([0, 1])) });
		const [taken] = await workspace.take({ 'clicks.txt': bytes(clicks(1, delimiter)) });
		expect(taken).toMatchObject({ state: 'done', kind: 'clicks', accepted: 3, matched: 3 });
		const { issues, items } = await workspace.figures();
		expect(issues).toHaveLength(2);
		expect(items.find(({ clickers }) => clickers === 3)?.title).toBe('Le port rouvre ses quais');
	}
);

test('a letter that lies compressed → read as it is', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'La Criée 1.html.gz': gzipSync(Buffer.from(story(1))) });
	expect(await workspace.issues()).toMatchObject([{ number: 1 }]);
	expect((await workspace.items()).length).toBe(2);
});

test('an entry that stands in every issue of an archive → ranked among its stories in none, in two parts or in one', async () => {
	const issue = (n: number) =>
		bytes(
			`---\ntitle: Quay n° ${n}\ndate: 2026-03-${day(n % 3)}\n---\n### Stories\n\n- [What ${'abcdef'[n]} does at night](https://example.com/night/${n})\n- [Why ${'abcdef'[n]} comes back](https://example.com/back/${n})\n\n### Jobs\n\n- [Keeper wanted, no. ${n}](https://example.com/job/${n})\n- [How an offer comes to stand here](https://example.com/offers)\n`
		);
	const files = (numbers: readonly number[]) =>
		Object.fromEntries(numbers.map((n) => [`quay-${n}.md`, issue(n)]));
	const titles = async (workspace: Awaited<ReturnType<typeof newWorkspace>>) =>
		(await workspace.items()).map(({ title }) => title).sort();
	const own = 'How an offer comes to stand here';

	const whole = await newWorkspace();
	await whole.take(files([0, 1, 2, 3, 4, 5]));
	const parts = await newWorkspace();
	await parts.take(files([3, 4, 5]));
	expect((await titles(parts)).filter((title) => title === own)).toHaveLength(3);
	await parts.take(files([0, 1, 2]));

	const read = await titles(whole);
	expect(read).toHaveLength(18);
	expect(read).not.toContain(own);
	expect(await titles(parts)).toEqual(read);
});
