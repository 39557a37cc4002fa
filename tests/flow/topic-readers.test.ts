import { words } from '#lib/messages/words.ts';
import { expect, test } from 'vitest';
import { everything } from '#lib/filters/filters.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { simulate } from '../simulate/archive.ts';
import { plainFiles, type Plain } from '../simulate/plain-files.ts';
import { newWorkspace } from './publication.ts';

const plain: Plain = {
	as: 'events',
	deliveries: false,
	opens: false,
	resolution: 'second',
	subscribers: true
};
const options = { issues: 16, readers: 900, topics: 6, clickRate: 0.05, channels: 3 };

async function figuresOf(changes: Parameters<typeof simulate>[0], own: Partial<Plain> = {}) {
	const workspace = await newWorkspace();
	await workspace.take(plainFiles(simulate({ ...options, ...changes }, 3), { ...plain, ...own }));
	return topicReaderFigures(workspace.db, await workspace.publication(), everything);
}

test('a channel with a taste of its own → found, from files alone', async () => {
	const { affinities, overlaps, clickers, readers, known } = await figuresOf({
		channelTaste: Math.log(2)
	});
	expect(readers).toBe(clickers);
	expect(known.channel).toBe(clickers);

	const channels = affinities.filter(({ by }) => by === 'channel');
	expect(new Set(channels.map(({ group }) => group))).toEqual(
		new Set(['Site', 'Partner', 'Search'])
	);
	const liked = channels.find(({ group, topic }) => group === 'Site' && topic === 'Topic 1')!;
	expect(liked.low).toBeGreaterThan(1);
	expect(liked.clicked!).toBeGreaterThan(liked.expected!);
	const largest = channels.reduce((most, row) => (row.lift! > most.lift! ? row : most));
	expect(largest).toBe(liked);
	expect(overlaps).toHaveLength(15);
});

test('cells of fewer than five readers → no numbers', async () => {
	const { affinities } = await figuresOf({ readers: 60 });
	const few = affinities.filter(({ readers }) => readers === null);
	expect(few.length).toBeGreaterThan(0);
	for (const row of few)
		expect(row).toMatchObject({ clicked: null, expected: null, lift: null, why: 'fewReaders' });
	for (const { readers } of affinities) if (readers !== null) expect(readers).toBeGreaterThan(4);
});

test('readers enough, of whom too few clicks are expected → that is why, not that readers are few', async () => {
	const { affinities } = await figuresOf({ readers: 200, issues: 8, topics: 12 });
	const told = affinities.filter(({ readers, lift }) => readers !== null && lift === null);
	expect(told.length).toBeGreaterThan(0);
	for (const row of told) expect(row.why).toBe('fewExpected');
});

test('no list of subscribers → nothing about groups, but about pairs of topics', async () => {
	const { affinities, overlaps, known } = await figuresOf({}, { subscribers: false });
	expect(known).toEqual({ channel: 0, tenure: 0 });
	// unsubscribing tells of a reader, but not how they came
	expect(affinities).toEqual([]);
	expect(overlaps.some(({ enough }) => enough)).toBe(true);
});

test('an item that one company clicks → named, with the company’s share of the clickers', async () => {
	const workspace = await newWorkspace();
	const row = (email: string, page: string, n: number) =>
		`${email},2025-09-18T08:${String(n % 60).padStart(2, '0')}:07Z,https://example.com/${page},Letter 12`;
	const colleagues = Array.from({ length: 12 }, (_, n) => row(`p${n}@works.example.net`, 'a', n));
	const others = Array.from({ length: 60 }, (_, n) => row(`q${n}@place-${n}.example.org`, 'b', n));
	const more = Array.from({ length: 6 }, (_, n) => row(`q${n}@place-${n}.example.org`, 'a', n + 9));
	const csv = ['Email,Timestamp,Url,Campaign', ...colleagues, ...others, ...more].join('\n');
	await workspace.take({ 'clicks.csv': Buffer.from(csv) });

	const { oneCompany } = await topicReaderFigures(
		workspace.db,
		await workspace.publication(),
		everything
	);
	expect(oneCompany).toHaveLength(1);
	expect(oneCompany[0]).toMatchObject({ of: 'item', readers: 12, clickers: 18 });
	expect(oneCompany[0]!.usual).toBeCloseTo(12 / 72, 9);
});

test('no import → no number', async () => {
	const workspace = await newWorkspace();
	const figures = await topicReaderFigures(workspace.db, await workspace.publication(), everything);
	expect(figures).toMatchObject({ affinities: [], overlaps: [], oneCompany: [], clickers: 0 });
});

test.each(['channel', 'tenure'] as const)(
	'readers of whom a list says no %s → what is known of the others is named, and not that they are in a list',
	(by) => {
		const said = (locale: 'en' | 'fr') =>
			words(`readers.known.${by}`, { known: '3', clickers: '5' }, locale);
		expect(said('en')).toMatch(
			by === 'channel' ? /^Channel known for 3 of 5/ : /^Signup date known/
		);
		expect(said('fr')).toMatch(by === 'channel' ? /^Canal connu pour 3/ : /^Date d’inscription/);
	}
);
