import { beforeAll, expect, test } from 'vitest';
import { publications as publicationsCommand } from '../../src/cli/publications.ts';
import { overview as overviewCommand } from '../../src/cli/overview.ts';
import type { Call } from '../../src/cli/command.ts';
import { renderTable } from '#lib/columns/render-table.ts';
import { mayLack, publicationTable } from '#lib/columns/tables/publications.ts';
import { createFormats } from '#lib/messages/format.ts';
import { happenings } from '#lib/server/alerts/happenings.ts';
import { publicationCards } from '#lib/server/alerts/publication-cards.ts';
import { everything } from '#lib/filters/filters.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { Trouble } from '#lib/trouble.ts';
import { GET } from '../../src/routes/api/publications/+server.ts';
import { sampleDatabase } from './sample-database.ts';

// Publications side by side: what each says of itself, and nothing of two together.

let db: Db;

beforeAll(async () => {
	const sample = await sampleDatabase();
	db = sample.db;
	const words = { language: 'en', currency: 'GBP', zone: 'America/Los_Angeles' } as const;
	await publicationFor(db, 'empty', null, words, 0);
	return sample.close;
});

const cardsOf = async (compare: string | null, now = Date.now()) => {
	const filters = { ...everything, last: 12, compare };
	return publicationCards(db, await publicationChoices(db), filters, now);
};

test('a publication’s card → the key figures of its own overview, and its own alerts', async () => {
	const now = Date.now();
	for (const compare of [null, 'year', 'none']) {
		const cards = await cardsOf(compare, now);
		expect(cards.map(({ slug }) => slug).sort()).toEqual(['empty', 'sample']);
		for (const publication of await publicationChoices(db)) {
			const card = cards.find(({ slug }) => slug === publication.slug)!;
			const filters = { ...everything, last: 12, compare };
			const own = await overviewFigures(db, publication, filters, now);
			expect(card.keyFigures).toEqual(own.keyFigures);
			expect(card.compared).toEqual(own.compared);
			expect(card.dataUpTo).toEqual(own.quality.dataUpTo);
			expect(card.alerts).toBe((await happenings(db, publication, now)).length);
		}
	}
});

test('a publication without data → no figure, and no change', async () => {
	const card = (await cardsOf(null)).find(({ slug }) => slug === 'empty')!;
	expect(card).toMatchObject({ currency: 'GBP', dataUpTo: null, issues: 0, basis: null });
	for (const figure of Object.values(card.keyFigures))
		if (figure) expect(figure).toMatchObject({ value: null, change: null, why: null });
});

test.each([null, 'none'])(
	'a period that has no data (compared with %s) → said so, and nothing is to be imported for it',
	async (compare) => {
		const filters = { ...everything, from: '2010-01-01', to: '2010-02-01', compare };
		const cards = await publicationCards(db, await publicationChoices(db), filters, Date.now());
		const sample = cards.filter(({ slug }) => slug === 'sample');
		const { columns, rows } = renderTable(
			publicationTable,
			'figure',
			sample,
			createFormats('fr', 'UTC')
		);
		const besides = rows[0]!.cells.flatMap(({ beside }) => beside || []);
		expect(besides).toEqual(['aucune donnée dans cette période']);
		expect(columns[rows[0]!.cells.findIndex(({ beside }) => beside)]!.key).toBe('clickRate');
		expect(mayLack(sample)).toBe(false);
		// what was never imported lacks, whatever the period
		expect(mayLack(cards.filter(({ slug }) => slug === 'empty'))).toBe(true);
		expect(mayLack(await cardsOf(compare))).toBe(true);
	}
);

function run(options: Record<string, string>, command = publicationsCommand) {
	return command.run({ args: [], options, locale: 'en', db: async () => db } as unknown as Call);
}

test('the command publications → the figures of the command overview; filters that contradict → refused', async () => {
	const answer = await run({ last: '12', compare: 'year' });
	const rows = answer!.json as Awaited<ReturnType<typeof cardsOf>>;
	const sample = rows.find(({ slug }) => slug === 'sample')!;
	const own = await run({ publication: 'sample', last: '12', compare: 'year' }, overviewCommand);
	for (const { figure, value, why } of own!.json as {
		figure: 'delivered';
		value: number | null;
		why: string | null;
	}[])
		expect(sample.keyFigures[figure]).toMatchObject({ value, why });
	await expect(run({ last: '12', from: '2026-01-01' })).rejects.toThrow(Trouble);
	await expect(run({ compare: 'later' })).rejects.toThrow(Trouble);
});

type Asked = Parameters<typeof GET>[0];

async function asked(query: string, visitor: unknown) {
	const url = new URL(`http://localhost/api/publications${query}`);
	const answer = await GET({ locals: { db, language: 'en', visitor }, url } as unknown as Asked);
	return { status: answer.status, body: (await answer.json()) as Record<string, unknown>[] };
}

test('a token → the publications that it may see, with figures where it asks for them', async () => {
	const [one] = (await publicationChoices(db)).filter(({ slug }) => slug === 'sample');
	const reader = (publicationId: number | null) => ({
		kind: 'script',
		name: 'nightly',
		scope: 'read',
		publicationId
	});
	const all = await asked('?with=figures&last=12', reader(null));
	expect(all.body.map(({ slug }) => slug).sort()).toEqual(['empty', 'sample']);
	const own = await asked('?with=figures&last=12', reader(one!.id));
	expect(own.body.map(({ slug }) => slug)).toEqual(['sample']);
	expect(own.body[0]).toHaveProperty('keyFigures.clickRate.value');
	const plain = await asked('', reader(one!.id));
	expect(Object.keys(plain.body[0]!).sort()).toEqual([
		'currency',
		'language',
		'name',
		'sample',
		'slug',
		'zone'
	]);
	for (const wrong of ['?with=all', '?last=12', '?with=figures&topic=3', '?with=figures&last=x'])
		expect((await asked(wrong, reader(null))).status).toBe(400);
});
