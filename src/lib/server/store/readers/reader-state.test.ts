import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stateOf, type ListFact, type ReaderList } from './reader-state.ts';

const day = 86_400_000;

const nothing: ListFact = Object.freeze({
	status: null,
	joined: null,
	left: null,
	channel: null,
	campaign: null,
	country: null,
	paid: null,
	stays: null
});

const list = (asOf: number, complete = false): ReaderList => ({ asOf: asOf * day, complete });

function state(
	lists: ReaderList[],
	said: Record<number, Partial<ListFact>>,
	...unsubscribed: number[]
) {
	const facts = Object.entries(said).map(
		([place, fact]) => [Number(place), { ...nothing, ...fact }] as const
	);
	return stateOf(lists, new Map(facts), unsubscribed);
}

test('several lists about a reader → the latest status, the earliest date of joining', () => {
	const lists = [list(10), list(20)];
	expect(
		state(lists, {
			0: { status: 'active', joined: 5 * day },
			1: { status: 'left', joined: 15 * day }
		})
	).toMatchObject({ status: 'left', joined: 5 * day });
});

test('a reader who comes back → there, with the earlier stay, whatever an older list says', () => {
	const lists = [list(10), list(20)];
	expect(
		state(lists, { 0: { status: 'left', joined: 3 * day, left: 8 * day }, 1: { status: 'active' } })
	).toMatchObject({
		status: 'active',
		joined: 20 * day,
		left: null,
		leftBy: null,
		earlier: [{ joined: 3 * day, left: 8 * day, leftBy: 'date' }]
	});
	// a date of joining anew is better than that of the list
	expect(
		state(lists, {
			0: { status: 'left', joined: 3 * day, left: 8 * day },
			1: { status: 'active', joined: 15 * day }
		})
	).toMatchObject({ joined: 15 * day, earlier: [{ joined: 3 * day, left: 8 * day }] });
});

test('a stay → credited to the channel that was known of it', () => {
	const lists = [list(10), list(20)];
	const said = {
		0: { status: 'left', joined: 3 * day, left: 8 * day, channel: 'Site' },
		1: { status: 'active', joined: 15 * day, channel: 'Salon' }
	} as const;
	expect(state(lists, said)).toMatchObject({ channel: 'Salon', earlier: [{ channel: 'Site' }] });
	expect(state(lists, { ...said, 0: { ...said[0], channel: null } })).toMatchObject({
		earlier: [{ channel: 'Salon' }]
	});
});

test('lists without a status → their dates tell who is back', () => {
	const gone = { joined: 3 * day, left: 8 * day };
	expect(state([list(10), list(20)], { 0: gone, 1: { joined: 15 * day } })).toMatchObject({
		status: 'active',
		joined: 15 * day,
		left: null,
		earlier: [{ joined: 3 * day, left: 8 * day }]
	});
	expect(state([list(20)], { 0: { joined: 15 * day, left: 8 * day } })).toMatchObject({
		status: 'active',
		joined: 15 * day,
		left: null,
		earlier: [{ joined: null, left: 8 * day }]
	});
	// joined before they left: everybody may be in it, whoever left too
	expect(state([list(10), list(20)], { 0: gone, 1: { joined: 3 * day } })).toMatchObject({
		status: 'left',
		joined: 3 * day,
		left: 8 * day,
		earlier: null
	});
	// whoever is in a complete list is there
	expect(state([list(10), list(20, true)], { 0: gone, 1: {} })).toMatchObject({
		status: 'active',
		joined: 20 * day,
		earlier: [gone]
	});
});

test('a date of joining of a reader who has left → no return, unless a date of leaving follows it', () => {
	const said = { 0: { status: 'left', joined: 3 * day, left: 8 * day }, 1: {} } as const;
	const copied = { status: 'left', joined: 15 * day } as const;
	expect(state([list(10), list(20)], { ...said, 1: copied })).toMatchObject({
		status: 'left',
		joined: 3 * day,
		left: 8 * day,
		earlier: null
	});
	// with a date of leaving after it, it is one
	expect(state([list(10), list(20)], { ...said, 1: { ...copied, left: 18 * day } })).toMatchObject({
		joined: 15 * day,
		left: 18 * day,
		earlier: [{ left: 8 * day }]
	});
});

test('several rows of one list about a reader → one stay each, unless they overlap', () => {
	const rows = (stays: ListFact['stays']) =>
		({ status: 'active', joined: 3 * day, stays }) as const;
	expect(
		state([list(20)], {
			0: rows([
				[12 * day, null, 'active'],
				[3 * day, 8 * day, 'left']
			])
		})
	).toMatchObject({ joined: 12 * day, left: null, earlier: [{ joined: 3 * day, left: 8 * day }] });
	expect(
		state([list(20)], {
			0: rows([
				[3 * day, 8 * day, 'left'],
				[6 * day, null, 'active']
			])
		})
	).toMatchObject({ status: 'active', joined: 3 * day, left: null, earlier: null });
});

test('rows that date a joining or a leaving each → the stays between them, in whatever order they stand', () => {
	const rows: NonNullable<ListFact['stays']> = [
		[3 * day, null, 'active'],
		[null, 8 * day, 'left'],
		[12 * day, null, 'active'],
		[15 * day, null, 'active']
	];
	const back = { status: 'active', joined: 12 * day, left: null };
	for (const stays of [rows, rows.toReversed()]) {
		const said = { status: stays.at(-1)![2], joined: 3 * day, left: 8 * day };
		expect(state([list(20)], { 0: { ...said, stays } })).toMatchObject({
			...back,
			earlier: [{ joined: 3 * day, left: 8 * day, leftBy: 'date' }]
		});
		// without the return
		const gone = stays.filter(([joined]) => joined === null || joined < 8 * day);
		expect(state([list(20)], { 0: { ...said, stays: gone } })).toMatchObject({
			status: 'left',
			joined: 3 * day,
			left: 8 * day,
			earlier: null
		});
	}
});

test('a joining and a leaving at one instant → away, unless the reader was there before and so never away', () => {
	const both: NonNullable<ListFact['stays']> = [
		[8 * day, null, 'active'],
		[null, 8 * day, 'left']
	];
	const said = { status: 'active', left: 8 * day } as const;
	expect(state([list(20)], { 0: { ...said, joined: 8 * day, stays: both } })).toMatchObject({
		status: 'left',
		joined: 8 * day,
		left: 8 * day
	});
	const before: typeof both = [[3 * day, null, 'active'], ...both];
	expect(state([list(20)], { 0: { ...said, joined: 3 * day, stays: before } })).toMatchObject({
		status: 'active',
		joined: 3 * day,
		earlier: null
	});
});

test('a date of leaving in a list without a status → left', () => {
	expect(state([list(10)], { 0: { joined: day, left: 4 * day } })).toMatchObject({
		status: 'left',
		left: 4 * day,
		leftBy: 'date'
	});
});

test('a departure without a date → dated by its event, else by the first list that has it', () => {
	const lists = [list(10), list(20), list(30)];
	const said = { 0: { status: 'active' }, 1: { status: 'left' }, 2: { status: 'left' } } as const;

	expect(state(lists, said)).toMatchObject({ left: 20 * day, leftBy: 'list' });
	expect(state(lists, said, 14 * day)).toMatchObject({ left: 14 * day, leftBy: 'event' });
});

test('an unsubscribe event → ends a stay; a later list with the reader → begins the next', () => {
	const there = { 0: { status: 'active', joined: day } } as const;
	expect(state([list(10)], there, 12 * day)).toMatchObject({ status: 'left', earlier: null });
	expect(state([list(10)], there, 9 * day)).toMatchObject({
		status: 'active',
		joined: 10 * day,
		earlier: [{ joined: day, left: 9 * day, leftBy: 'event' }]
	});
	expect(state([list(10)], there, 4 * day, 9 * day, 12 * day)).toMatchObject({
		joined: 10 * day,
		left: 12 * day,
		earlier: [{ left: 9 * day }]
	});
	expect(state([], {}, 9 * day)).toMatchObject({ status: 'left', joined: null, left: 9 * day });
});

test('a reader absent from a complete list → left, and back with the next list that has them', () => {
	const lists = [list(10), list(20, true), list(30)];
	expect(state(lists, { 0: { status: 'active' } })).toMatchObject({
		status: 'left',
		left: 20 * day,
		leftBy: 'list'
	});
	expect(state(lists, { 0: { status: 'active' }, 2: { status: 'active' } }).status).toBe('active');
	// not yet a reader when it was made
	expect(state(lists, { 2: { status: 'active' } }).status).toBe('active');
	// absent from a list that is only a part: nothing follows
	expect(state([list(10), list(20)], { 0: { status: 'active' } }).status).toBe('active');
});

test('any lists and events → stays in sequence, departures dated, the same in any order of events', () => {
	const instant = fc.option(fc.integer({ min: 0, max: 50 }).map((n) => n * day));
	const fact = fc.record({
		status: fc.constantFrom(null, 'active', 'left', 'bounced', 'pending'),
		joined: instant,
		left: instant
	});
	const events = fc.array(
		fc.integer({ min: 0, max: 50 }).map((n) => n * day),
		{ maxLength: 3 }
	);
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.option(fact), fc.boolean()), { maxLength: 5 }),
			events,
			(said, unsubscribed) => {
				const lists = said.map(([, complete], i) => list(10 * i, complete));
				const facts = Object.fromEntries(
					said.flatMap(([fact], i) => (fact ? [[i, fact as Partial<ListFact>]] : []))
				);
				const result = state(lists, facts, ...unsubscribed);
				const { status, joined, left, leftBy, earlier } = result;
				const gone = status === 'left' || status === 'bounced';
				expect(left !== null).toBe(gone);
				expect(leftBy !== null).toBe(gone);
				let before = -Infinity;
				for (const stay of [...(earlier ?? []), { joined, left: left ?? Infinity }]) {
					if (before > -Infinity) expect(stay.joined).toBeGreaterThanOrEqual(before);
					expect(stay.left).not.toBeNull();
					expect(stay.left).toBeGreaterThanOrEqual(stay.joined ?? before);
					before = stay.left!;
				}
				expect(state(lists, facts, ...[...unsubscribed].reverse())).toEqual(result);
			}
		)
	);
});
