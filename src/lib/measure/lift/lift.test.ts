import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiftInput, LiftItem } from './lift-input.ts';
import { fitLift } from './lift.ts';
import { fillNormal, seeded } from '../stats/random.ts';

const options = Object.freeze({ seed: 1, draws: 500 });
const EFFECTS = Object.freeze([0.6, 0.2, 0, -0.2, -0.6]);

/** An archive with items' own effects and the noise of counting. */
function archive(issues: number, effects: readonly number[], itemSd: number, seed = 1): LiftInput {
	const random = seeded(seed);
	const normal = new Float64Array(issues * 20);
	fillNormal(normal, random);

	const items = Array.from({ length: issues * 10 }, (_, n): LiftItem => {
		const issue = Math.floor(n / 10);
		const position = (n % 10) + 1;
		const topic = Math.floor(random() * effects.length);
		const log = Math.log(60) - 0.7 * Math.log(position) + effects[topic]! + itemSd * normal[2 * n]!;
		const mean = Math.exp(log);
		const place = { format: position === 1 ? 'lead' : 'brief', pages: 1, section: -1 } as const;
		return {
			...place,
			issue,
			position,
			reach: 2000,
			topics: [topic],
			authors: [],
			clickers: Math.max(0, Math.round(mean + Math.sqrt(mean) * normal[2 * n + 1]!))
		};
	});
	return { items, issues, sections: 0, topics: effects.length, authors: 0 };
}

test('planted topic effects → recovered with their ranks, the position curve and the spread of items', () => {
	const { topics, positions, spread } = fitLift(archive(40, EFFECTS, 0.2), options);

	expect(topics.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
	topics.forEach(({ low, high, lift }, topic) => {
		expect(low!).toBeLessThan(lift!);
		expect(high!).toBeGreaterThan(lift!);
		expect(Math.log(lift!)).toBeCloseTo(EFFECTS[topic]!, 0.7);
	});

	// positions 1 and 10 are 10 to the power of 0.7 apart
	expect(Math.log(positions[0]!.level / positions[9]!.level)).toBeCloseTo(0.7 * Math.log(10), 0.7);
	expect(spread.item).toBeCloseTo(0.2, 1);
});

test('log lifts of topics, weighted by items → a sum of zero', () => {
	const { topics } = fitLift(archive(20, EFFECTS, 0.2), options);
	const sum = topics.reduce((total, { items, lift }) => total + items * Math.log(lift!), 0);
	expect(sum).toBeCloseTo(0, 8);
});

test('an item with four times its clickers → a clear lift over what its position gets', () => {
	const input = archive(40, [0], 0.2);
	const items = input.items.map((item, i) =>
		i === 55 ? { ...item, clickers: item.clickers * 4 } : item
	);
	const fit = fitLift({ ...input, items }, options);

	const strong = fit.items[55]!;
	expect(strong.lift!).toBeGreaterThan(2);
	expect(strong.above!).toBeGreaterThan(0.99);
	expect(strong.expected).toBeCloseTo(60 * 6 ** -0.7, -1);
});

test('a topic of fewer than five items or three issues → no estimate, and the reason', () => {
	const { items, ...rest } = archive(40, EFFECTS, 0.2);
	const rare = items.map((item, i) => ({
		...item,
		topics: item.topics[0] === 4 ? [i < 200 ? 3 : 2] : item.topics
	}));
	const few = rare.map((item, i) => (i % 100 === 7 ? { ...item, topics: [4] } : item));
	const narrow = rare.map((item, i) => (i >= 3 && i < 13 ? { ...item, topics: [4] } : item));

	expect(fitLift({ ...rest, items: few }, options).topics[4]).toMatchObject({
		enough: false,
		why: 'fewItems',
		lift: null,
		rank: null
	});
	expect(fitLift({ ...rest, items: narrow }, options).topics[4]).toMatchObject({
		enough: false,
		why: 'fewIssues'
	});
});

test('an item of two topics → counted half for each', () => {
	const { items, ...rest } = archive(20, EFFECTS, 0.2);
	const shared = items.map((item, i) => ({ ...item, topics: i < 8 ? [0, 1] : [2 + (i % 3)] }));
	const { topics } = fitLift({ ...rest, items: shared }, options);

	expect(topics[0]!.items).toBe(4);
	expect(topics[0]!.why).toBe('fewItems');
});

test('topics that never leave their positions → confounded, no lift of any topic or item', () => {
	const { items, ...rest } = archive(40, EFFECTS, 0.2);
	const tied = items.map((item) => ({ ...item, topics: [Math.floor((item.position - 1) / 2)] }));
	const fit = fitLift({ ...rest, items: tied }, options);

	expect(fit.topics.every(({ why }) => why === 'confounded')).toBe(true);
	expect(fit.items.every(({ why, lift }) => why === 'confounded' && lift === null)).toBe(true);
	expect(fit.tolerance).toBe(0);
});

test('issues of unknown reach → their items still compared with each other', () => {
	const { items, ...rest } = archive(40, EFFECTS, 0.2);
	const unknown = items.map((item) => ({ ...item, reach: item.issue % 2 ? null : 2000 }));
	const none = items.map((item) => ({ ...item, reach: null }));

	for (const version of [unknown, none]) {
		const { topics } = fitLift({ ...rest, items: version }, options);
		expect(topics.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
	}
});

test('the same seed → the same fit', () => {
	const input = archive(10, EFFECTS, 0.3);
	expect(fitLift(input, options)).toEqual(fitLift(input, options));
});

test('an empty archive or a single issue → no estimate; no clicks at all → intervals around 1', () => {
	const none = fitLift({ items: [], issues: 0, sections: 0, topics: 2, authors: 0 }, options);
	expect(none.topics.map(({ why }) => why)).toEqual(['fewInAll', 'fewInAll']);
	// seven items of one topic are not few of it, but too few to hold it against anything
	const { items: all, ...small } = archive(4, EFFECTS, 0.2);
	const seven = all.filter((_, i) => i % 6 === 0).slice(0, 7);
	const few = seven.map((item) => ({ ...item, topics: [0] }));
	expect(fitLift({ ...small, items: few }, options).topics[0]!.why).toBe('fewInAll');

	expect(fitLift(archive(1, EFFECTS, 0.2), options).items[0]!.why).toBe('fewIssues');

	const { items, ...rest } = archive(20, EFFECTS, 0.2);
	const silent = fitLift(
		{ ...rest, items: items.map((item) => ({ ...item, clickers: 0 })) },
		options
	);
	expect(silent.topics.every(({ low, high }) => low! < 1 && high! > 1)).toBe(true);
});

test('an item in position 0 → an error that names the item', () => {
	const { items, ...rest } = archive(3, EFFECTS, 0.2);
	const wrong = items.map((item, i) => (i === 4 ? { ...item, position: 0 } : item));
	expect(() => fitLift({ ...rest, items: wrong }, options)).toThrow(/item 4 /);
});

test('any archive → estimates finite and in order, or none', () => {
	const item = fc.record({
		issue: fc.nat(5),
		reach: fc.option(fc.integer({ min: 1, max: 1e6 })),
		position: fc.integer({ min: 1, max: 40 }),
		format: fc.constantFrom('editorial' as const, 'lead' as const, 'brief' as const),
		pages: fc.integer({ min: 1, max: 9 }),
		section: fc.integer({ min: -1, max: 2 }),
		topics: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
		authors: fc.uniqueArray(fc.nat(1), { maxLength: 2 }),
		clickers: fc.oneof(fc.nat(20), fc.nat(1e6))
	});

	fc.assert(
		fc.property(fc.array(item, { maxLength: 60 }), (items) => {
			const fit = fitLift(
				{ items, issues: 6, sections: 3, topics: 4, authors: 2 },
				{ seed: 1, draws: 20 }
			);
			for (const { enough, low, lift, high, above } of [
				...fit.items,
				...fit.topics,
				...fit.authors,
				...fit.sections,
				...fit.issues
			]) {
				if (!enough) continue;
				expect(Number.isFinite(lift) && Number.isFinite(high)).toBe(true);
				expect(low! <= lift! && lift! <= high!).toBe(true);
				expect(above! >= 0 && above! <= 1).toBe(true);
			}
		}),
		{ numRuns: 60 }
	);
});

test('items without topics, like those of sponsors → still some with a clear lift', () => {
	const { items, issues } = archive(20, [0], 0.4);
	const sponsors = items.map((item) => ({ ...item, topics: [] }));
	const fit = fitLift({ items: sponsors, issues, sections: 0, topics: 0, authors: 0 }, options);

	expect(fit.topics).toEqual([]);
	expect(fit.items.some(({ above }) => above! > 0.95)).toBe(true);
});

/** The same archive, signed: the author of an item moves its clickers as planted, whatever it is about. */
function signed(
	planted: readonly number[],
	authorOf: (item: LiftItem, i: number) => number,
	seed = 1
) {
	const { items, ...rest } = archive(60, EFFECTS, 0.2, seed);
	return {
		...rest,
		authors: planted.length,
		items: items.map((item, i) => {
			const author = authorOf(item, i);
			const clickers = Math.round(item.clickers * Math.exp(planted[author] ?? 0));
			return { ...item, authors: author < 0 ? [] : [author], clickers };
		})
	};
}

test('planted effects of authors and topics, unevenly mixed → both recovered with their ranks', () => {
	const planted = [0.4, 0, -0.4];
	// the first writes most of what readers like anyway, the last stands at the foot
	const turn = (item: LiftItem, i: number) =>
		(i * 7) % 10 < 7 ? (item.topics[0]! < 2 ? 0 : item.position > 5 ? 2 : 1) : (i * 7) % 3;
	const fit = fitLift(signed(planted, turn), options);

	expect(fit.authors.map(({ rank }) => rank)).toEqual([1, 2, 3]);
	const mean = fit.authors.reduce((sum, { items }, a) => sum + items * planted[a]!, 0) / 600;
	fit.authors.forEach(({ low, high, lift }, author) => {
		expect(Math.log(lift!)).toBeCloseTo(planted[author]! - mean, 0.7);
		expect(high! / low!).toBeLessThan(1.5);
	});
	expect(fit.topics.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
	expect(fit.spread.author).toBeGreaterThan(0.15);
});

test('authors without effect → under 10 % clear; with effects → about 90 % of intervals hold them', () => {
	const random = seeded(3);
	let [clear, held] = [0, 0];
	for (let seed = 1; seed <= 30; seed++) {
		const any = () => Math.floor(random() * 4);
		const none = fitLift(signed([0, 0, 0, 0], any, seed), { seed: 1, draws: 10 });
		clear += none.authors.filter(({ low, high }) => low! > 1 || high! < 1).length;

		const planted = [0.3, 0.1, -0.1, -0.3];
		const some = fitLift(signed(planted, any, seed), { seed: 1, draws: 10 });
		const mean = some.authors.reduce((sum, { items }, a) => sum + items * planted[a]!, 0) / 600;
		held += some.authors.filter(({ low, high }, a) => {
			const truth = Math.exp(planted[a]! - mean);
			return low! < truth && truth < high!;
		}).length;
	}
	expect(clear / 120).toBeLessThan(0.1);
	expect(held / 120).toBeGreaterThan(0.84);
	expect(held / 120).toBeLessThan(0.97);
});

test('an author alone on one topic, writing nothing else → confounded, the topic’s lift unchanged', () => {
	const columnist = (item: LiftItem, i: number) => (item.topics[0] === 0 ? 0 : 1 + (i % 2));
	const fit = fitLift(signed([0, 0, 0], columnist), options);
	const { topics } = fitLift(archive(60, EFFECTS, 0.2), options);

	expect(fit.authors[0]!.why).toBe('confounded');
	expect(fit.authors[1]!.enough).toBe(true);
	expect(fit.topics[0]!.lift).toBeCloseTo(topics[0]!.lift!, 1);
});

test('items of two authors or none → lift × expected is about what came, author lifts multiply to 1', () => {
	const input = signed([0.4, -0.4], (_, i) => (i % 3) - 1);
	const { items, authors } = fitLift(input, options);
	const strong = input.items.flatMap(({ clickers }, i) => (clickers > 60 ? [i] : []));
	for (const i of strong) {
		const fitted = items[i]!.lift! * items[i]!.expected;
		expect(fitted / input.items[i]!.clickers).toBeCloseTo(1, 0.5);
	}
	// an item that nobody signed is as usual as an item can be: authors are held against each other
	expect(authors[0]!.lift! * authors[1]!.lift!).toBeCloseTo(1, 0.5);
});
