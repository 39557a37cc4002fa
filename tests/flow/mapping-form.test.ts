import { expect, test } from 'vitest';
import { answerQuestion } from '#lib/server/ingest/questions/answer-question.ts';
import { questionOf, type Question } from '#lib/server/ingest/questions/question.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { mappingLacks, readAnswer } from '../../src/routes/p/[publication]/imports/map-form.ts';
import MapFile from '../../src/routes/p/[publication]/imports/MapFile.svelte';
import { withDoubtWords } from '../../src/routes/p/[publication]/imports/with-doubt-words.ts';
import { newWorkspace } from './publication.ts';
import { shownForm } from './shown-form.ts';

// The form that asks what a file holds, as a server writes it, sent as it is shown.

const bytes = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

/** Uploads a file, and what is asked about it. */
async function asked(name: string, content: Uint8Array) {
	const workspace = await newWorkspace();
	const context = await workspace.context({
		zone: null,
		again: false,
		spool: spoolFolder(workspace.data)
	});
	const work = () => workOff(workspace.db, (_, by) => ({ ...context, by }), Date.now);
	const publication = await workspace.publication();
	async function* stream() {
		yield content;
	}
	await takeUpload(workspace.db, publication, name, stream(), {
		data: workspace.data,
		by: null,
		now: 0
	});
	await work();
	const [row] = await listImports(workspace.db, publication.id);
	const question = (await questionOf(workspace.db, publication, row!.id))!;
	return {
		question,
		/** Stores what a form says of the file, and what became of it. */
		async answered(form: FormData) {
			await answerQuestion(workspace.db, publication, row!.id, readAnswer(form));
			await work();
			const [done] = await listImports(workspace.db, publication.id);
			return done!;
		}
	};
}

const zones = ['Europe/Paris', 'UTC'].map((value) => ({ value, label: value, also: '' }));

function formOf(question: Question) {
	return shownForm(MapFile, {
		question: withDoubtWords(question, 'en'),
		name: 'divers.csv',
		zones,
		address: '/preview',
		mayShow: false,
		onanswer() {}
	});
}

test('a file whose reading is in doubt, its form sent as it is shown → read as was proposed', async () => {
	const { question, answered } = await asked(
		'divers.csv',
		bytes(
			'Prénom;Quoi;Jour',
			'Anabelle;https://example.com/cafe;23/04/2025 10:20',
			'Benoît;https://example.com/the;24/04/2025 11:00'
		)
	);
	const { sent, flaws, html } = formOf(question);
	expect(flaws).toEqual([]);
	expect(html).not.toMatch(/Anabelle|Benoît/);
	expect(readAnswer(sent)).toMatchObject({
		kind: question.kind,
		roles: question.columns.map(({ role }) => role),
		orders: [null, null, null],
		words: {},
		layout: undefined
	});
	expect(question.columns.map(({ role }) => role)).toEqual([null, 'url', 'at']);
	expect(await answered(sent)).toMatchObject({ state: 'done', accepted: 2, rejected: 0 });
});

test('dates that could be read either way → their order is asked, and none is chosen for anybody', async () => {
	const { question, answered } = await asked(
		'clicks.csv',
		bytes(
			'Email,Clicked at,Url,Campaign',
			'ana@example.org,03/04/2025 10:20,https://example.com/a,Letter 12'
		)
	);
	const { sent, flaws, html } = formOf(question);
	expect(flaws).toEqual([]);
	expect([...sent.keys()].filter((name) => name.startsWith('order-'))).toEqual([]);
	expect(html).toMatch(/<button[^>]* disabled[^>]*>/);

	// in the publication's zone, which the form proposes
	sent.set('order-1', 'mdy');
	const done = await answered(sent);
	expect(done).toMatchObject({ state: 'done', asOf: Date.UTC(2025, 2, 4, 9, 20) });
});

test('a crossed table of numbers that may be anything → said to be spend, each amount is of its channel and month', async () => {
	const { question, answered } = await asked(
		'2026.csv',
		bytes('Month,Radio,Ads', 'Jan 2026,1200,10', 'Feb 2026,900,20')
	);
	expect(question.kind).toBeNull();
	const { sent } = formOf(question);
	sent.set('kind', 'spend');
	const roles = question.columns.map(({ role }) => role ?? '');
	const none = { orders: [], event: '', url: '', campaign: '' };
	expect(mappingLacks(question, { kind: 'spend', roles, ...none })).toEqual([]);
	expect(mappingLacks(question, { kind: 'placements', roles, ...none })).toMatchObject([
		{ lack: 'roles', anyOf: ['amount'] }
	]);
	expect(await answered(sent)).toMatchObject({ state: 'done', accepted: 2, rejected: 0 });
});
