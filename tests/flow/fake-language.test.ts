import { beforeAll, expect, test, vi } from 'vitest';
import type * as Locales from '#lib/locales.ts';
import type { Locale } from '#lib/locales.ts';
import type { TopicWords } from '#lib/server/editing/topics.ts';
import type * as PackLanguages from '#lib/topics/packs/languages.ts';

// A language that is declared is one wherever topics have names; the others stay as they were.

const la = 'la' as Locale;
const actor = { by: null, now: 1_800_000_000_000 };
const letter = `---\nnumber: 7\n---\n# Le phare\n\n## Quais\n\n- [Pons patet](https://example.com/pons)\n- [Moles manet](https://example.com/moles)\n`;
const tagged = (item: string, tags: string) => Buffer.from(`issue,item,tags\n7,${item},${tags}\n`);

beforeAll(() => {
	vi.doMock('#lib/locales.ts', async (original) => {
		const real = await original<typeof Locales>();
		const fallbackFirst = [...real.fallbackFirst, la];
		return {
			...real,
			locales: [...real.locales, la],
			fallbackFirst,
			inLocales: (make: (locale: Locale) => unknown) =>
				Object.fromEntries(fallbackFirst.map((locale) => [locale, make(locale)]))
		};
	});
	vi.doMock('#lib/topics/packs/languages.ts', async (original) => {
		const { packWords } = await original<typeof PackLanguages>();
		const { packs, topics } = packWords.en;
		const own = { ...topics, privacy: ['Secretum', 'custos, res privatae'] };
		return { packWords: { ...packWords, [la]: { packs, topics: own } } };
	});
	vi.resetModules();
	return () => {
		vi.doUnmock('#lib/locales.ts');
		vi.doUnmock('#lib/topics/packs/languages.ts');
		vi.resetModules();
	};
});

/** A publication in that language, with an issue and what spreadsheets say of its items. */
async function published(files: Record<string, Buffer> = {}) {
	const { newWorkspace } = await import('./publication.ts');
	const { changePublication } = await import('#lib/server/store/publications.ts');
	const { managedTopics } = await import('#lib/server/figures/content/managed-topics.ts');
	const workspace = await newWorkspace();
	const { id, slug, name } = await workspace.publication();
	const words = { slug, name, currency: 'EUR', zone: 'Europe/Rome', language: la };
	await changePublication(workspace.db, id, words);
	await workspace.take({ '2026-03-05_le-phare-7.md': Buffer.from(letter), ...files });
	const topics = async () =>
		(await managedTopics(workspace.db, await workspace.publication())).topics;
	const topicsOf = async (title: string) =>
		(await workspace.items()).find((item) => item.title === title)!.topics;
	return { ...workspace, topics, topicsOf };
}

const own = (names: TopicWords['names'], words: TopicWords['words'] = {}): TopicWords => ({
	names,
	words,
	aliases: [],
	parentId: null,
	color: null
});

test('a topic’s form → fields of that language, empty where it has no name yet; read as they are sent', async () => {
	const { shownForm } = await import('./shown-form.ts');
	const { default: TopicFields } =
		await import('../../src/routes/p/[publication]/topics/manage/TopicFields.svelte');
	const { topicWords } =
		await import('../../src/routes/p/[publication]/topics/manage/topic-form.ts');
	const { addTopics } = await import('#lib/server/store/content/topics.ts');

	const { db, publication, topics } = await published();
	const { id: publicationId } = await publication();
	// as a version without that language kept it
	const names = { en: 'Money', fr: 'Argent' };
	await addTopics(db, [{ publicationId, key: 'money', names, words: { en: ['cash'], fr: [] } }]);
	const [topic] = await topics();
	expect(topic!.name).toBe('Money');

	const { sent, html, flaws } = shownForm(TopicFields, { topic: topic!, topics: [], id: 't' });
	expect(flaws).toEqual([]);
	expect(html).toContain('Name in Latin');
	expect([sent.get('name-en'), sent.get('name-fr'), sent.get('name-la')]).toEqual([
		'Money',
		'Argent',
		''
	]);
	expect(topicWords(sent).names).toMatchObject({ ...names, [la]: 'Money' });
	sent.set('name-la', 'Pecunia');
	sent.set('words-la', 'nummus, aerarium');
	expect(topicWords(sent)).toMatchObject({
		names: { ...names, [la]: 'Pecunia' },
		words: { en: ['cash'], fr: [], [la]: ['nummus', 'aerarium'] }
	});
});

test('a topic with a name in that language → shown by it, found by it, and by it taken from others', async () => {
	const { makeTopic } = await import('#lib/server/editing/topics.ts');
	const { db, publication, topics, take, topicsOf } = await published();
	const dams = own({ en: 'Dams', fr: 'Barrages', [la]: 'Moles' }, { [la]: ['moles'] });
	await makeTopic(db, await publication(), dams, actor);
	expect((await topics()).map(({ name }) => name)).toEqual(['Moles']);
	// a spreadsheet finds it by that name
	await take({ 'x.csv': tagged('Pons patet', 'MOLES') });
	expect(await topicsOf('Pons patet')).toEqual(['Moles']);
	expect(await topics()).toHaveLength(1);

	const same = own({ en: 'Weirs', fr: 'Seuils', [la]: 'moles' });
	await expect(makeTopic(db, await publication(), same, actor)).rejects.toThrow('topicNameTaken');
	const other = own({ en: 'Dams', fr: 'Barrages', [la]: 'Claustra' });
	await makeTopic(db, await publication(), other, actor);
	expect((await topics()).map(({ name }) => name)).toEqual(['Claustra', 'Moles']);
});

test('a topic of a pack, planted before there was that language → has the pack’s name in it', async () => {
	const { addTopics } = await import('#lib/server/store/content/topics.ts');
	const { packTopics } = await import('#lib/topics/packs.ts');
	const { db, publication, topics, take } = await published();
	const { id: publicationId } = await publication();
	const { names, words, ...rest } = packTopics.find(({ key }) => key === 'privacy')!;
	const { en, fr } = names;
	await addTopics(db, [{ ...rest, publicationId, names: { en, fr }, words }]);
	await take({ 'x.csv': tagged('Pons patet', 'Pontes') });
	const found = (await topics()).find(({ key }) => key === 'privacy');
	expect([found?.name, found?.names.fr]).toEqual(['Secretum', fr]);

	await take({ 'y.csv': tagged('Moles manet', 'secretum') });
	expect((await topics()).filter(({ key }) => key === 'privacy')).toHaveLength(1);
	expect(await topics()).toHaveLength(2);
});
