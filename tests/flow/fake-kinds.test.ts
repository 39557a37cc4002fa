import { expect, onTestFinished, test, vi } from 'vitest';
import type * as JobKinds from '#lib/job-kinds.ts';
import type { JobKind } from '#lib/job-kinds.ts';
import { correct, undoCorrection } from '#lib/server/editing/corrections.ts';
import { correctionKinds } from '#lib/server/derive/correction-kinds.ts';
import { issueEdit } from '#lib/server/figures/content/issue-edit.ts';
import { auditQueryOf, auditRows } from '#lib/server/access/audit.ts';
import type { Command } from '../../src/cli/command.ts';
import { definitionsOf, definitions, askedTerms, type Declared } from '../../src/routes/terms.ts';
import { glossary } from '../../src/routes/glossary/glossary.ts';
import { metricSections } from '../rules/docs/metrics.ts';
import ItemForms from '../../src/routes/p/[publication]/issues/[issue]/edit/ItemForms.svelte';
import { degenerate } from './degenerate-archives.ts';
import { newWorkspace } from './publication.ts';
import { shownForms } from './shown-form.ts';

// A kind that is declared and nothing more appears wherever kinds do.

const actor = { by: null, now: 1_700_000_000_000 };

async function firstIssue() {
	const workspace = await newWorkspace();
	await workspace.take(degenerate.usual!);
	const publication = await workspace.publication();
	const { id } = (await workspace.issues())[0]!;
	return { workspace, publication, id, edit: () => issueEdit(workspace.db, publication, id) };
}

test('a correction of a kind that is declared → read from a form, kept, made, audited and undone', async () => {
	Object.assign(correctionKinds, {
		shout: {
			parts: { item: 'item', title: 'title' },
			apply(_: unknown, { item, title }: { item: { title: string }; title: string }) {
				item.title = `${title}!`;
			}
		}
	});
	onTestFinished(() => void Reflect.deleteProperty(correctionKinds, 'shout'));
	// what is read from forms is put together when it is loaded
	const { readCorrection } =
		await import('../../src/routes/p/[publication]/issues/[issue]/edit/read-correction.ts');

	const { workspace, publication, id, edit } = await firstIssue();
	const [item] = (await edit()).items;
	const form = new FormData();
	for (const [name, value] of Object.entries({ kind: 'shout', item: item!.id, title: 'Ebb' }))
		form.append(name, String(value));
	await correct(workspace.db, publication, id, readCorrection(form), actor);
	expect((await edit()).items[0]!.title).toBe('Ebb!');
	const audited = await auditRows(workspace.db, await auditQueryOf(workspace.db, {}));
	expect(audited.map(({ details }) => details)).toContainEqual({
		issue: expect.any(String),
		kind: 'shout'
	});

	await undoCorrection(workspace.db, publication, id, actor);
	expect((await edit()).items[0]!.title).toBe(item!.title);
});

test('a job of a kind that is declared → takes its turn, and figures, JSON and the terminal name it', async () => {
	const fake = { kind: 'polish' as JobKind, writes: true, turn: -1 } as const;
	vi.doMock('#lib/job-kinds.ts', async (original) => {
		const real = await original<typeof JobKinds>();
		return {
			jobKinds: [...real.jobKinds, fake.kind],
			jobKind: (kind: JobKind) => (kind === fake.kind ? fake : real.jobKind(kind)),
			jobKindsWhere: (is: Parameters<typeof real.jobKindsWhere>[0]) => [
				...real.jobKindsWhere(is),
				...(is(fake) ? [fake.kind] : [])
			]
		};
	});
	vi.doMock('#lib/messages/compiled/messages.js', async (original) => {
		const real = await original<{ m: object }>();
		return { ...real, m: { ...real.m, 'job.kind.polish': () => 'Polishing' } };
	});
	vi.resetModules();
	onTestFinished(() => {
		vi.doUnmock('#lib/job-kinds.ts');
		vi.doUnmock('#lib/messages/compiled/messages.js');
		vi.resetModules();
	});
	const { newWorkspace } = await import('./publication.ts');
	const { addJob } = await import('#lib/server/store/jobs/jobs.ts');
	const { claimNext } = await import('#lib/server/store/jobs/claim.ts');
	const { jobFigures } = await import('#lib/server/figures/jobs.ts');
	const { jobKindsWhere } = await import('#lib/job-kinds.ts');
	const { jobs } = (await import('../../src/cli/jobs.ts')) as { jobs: Command };

	const { db, publication } = await newWorkspace();
	const { id: publicationId } = await publication();
	await addJob(db, { publicationId, kind: 'derive' });
	const id = await addJob(db, { publicationId, kind: fake.kind });
	const { waiting } = await jobFigures(db, null);
	expect(waiting.map(({ kind }) => kind)).toContain(fake.kind);
	const call = { args: [], options: {}, locale: 'en', db: async () => db };
	const answer = await jobs.run(call as unknown as Parameters<Command['run']>[0]);
	expect(answer!.lines.join('\n')).toContain('Polishing');
	expect(answer!.json).toContainEqual(expect.objectContaining({ id, kind: fake.kind }));

	const writing = jobKindsWhere(({ writes }) => writes === true);
	expect(await claimNext(db, writing)).toMatchObject({ id });
	expect(await claimNext(db, writing)).toBeUndefined();
});

test('an item’s forms → one of each kind of correction, with its fields; sent as they are shown, nothing changes', async () => {
	const { readCorrection } =
		await import('../../src/routes/p/[publication]/issues/[issue]/edit/read-correction.ts');
	const { shownIn } = await import('../../src/routes/form.ts');
	const { workspace, publication, id, edit } = await firstIssue();
	const [first, second] = (await edit()).items;
	const shown = await edit();
	const item = { ...second!, pages: [...second!.pages, ...first!.pages] };
	const { forms, flaws } = shownForms(ItemForms, { item, edit: shown, kept: () => {} });
	expect(flaws).toEqual([]);

	const asked = forms.filter(({ sent }) => sent.has('kind'));
	const kinds = new Set(asked.map(({ sent }) => String(sent.get('kind'))));
	expect([...kinds].sort()).toEqual(Object.keys(correctionKinds).sort());
	for (const { sent, buttons } of asked) {
		const kind = sent.get('kind') as keyof typeof correctionKinds;
		// a choice of buttons sends the one that is pressed
		for (const [name, value] of buttons.slice(0, 1)) sent.append(name, value);
		const { parts, ...record } = correctionKinds[kind];
		// what another may say of it meanwhile is sent as it was shown
		const shown = 'sets' in record ? ['shown'] : [];
		expect([kind, [...sent.keys()].sort()]).toEqual([
			kind,
			['kind', ...shown, ...Object.keys(parts)].sort()
		]);
		if (['title', 'authors', 'move', 'section', 'role'].includes(kind))
			await correct(workspace.db, publication, id, readCorrection(sent), actor, shownIn(sent));
		else expect(readCorrection(sent)).toMatchObject({ kind });
	}
	const words = ({ title, role, section, authors }: typeof item) => [title, role, section, authors];
	expect((await edit()).items.map(words)).toEqual(shown.items.map(words));
});

test('a figure whose definition is declared → in the glossary, the palette, the API and the metric dictionary', () => {
	const tides = {
		id: 'tides',
		def: 'tides',
		name: () => 'Tides per issue',
		api: ['items'],
		asked: true
	} as unknown as Declared;
	const list = definitions.content as unknown as Declared[];
	list.push(tides);
	onTestFinished(() => void list.pop());

	const term = { id: 'tides', name: 'Tides per issue', about: 'def.tides' };
	expect(glossary().flatMap(({ terms }) => terms)).toContainEqual(term);
	expect(askedTerms('en')).toContainEqual(term);
	expect(definitionsOf('items')).toContain('tides');
	expect(definitionsOf('issues')).not.toContain('tides');
	expect(metricSections()).toMatch(/### Tides per issue · Tides per issue[^#]*API with `items`/);
});
