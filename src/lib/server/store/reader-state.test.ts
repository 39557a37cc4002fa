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
	paid: null
});

const list = (asOf: number, complete = false): ReaderList => ({ asOf: asOf * day, complete });

function state(
	lists: ReaderList[],
	said: Record<number, Partial<ListFact>>,
	unsubscribed: number | null = null
) {
	const facts = Object.entries(said).map(
		([place, fact]) => [Number(place), { ...nothing, ...fact }] as const
	);
	return stateOf(lists, new Map(facts), unsubscribed);
}

test('the latest list says the status, the earliest instant when they joined', () => {
	const lists = [list(10), list(20)];
	expect(
		state(lists, {
			0: { status: 'active', joined: 5 * day },
			1: { status: 'left', joined: 15 * day }
		})
	).toMatchObject({ status: 'left', joined: 5 * day });
});

test('whoever comes back is there, whatever an older list says of their leaving', () => {
	const lists = [list(10), list(20)];
	expect(
		state(lists, { 0: { status: 'left', left: 8 * day }, 1: { status: 'active' } })
	).toMatchObject({ status: 'active', left: null, leftBy: null });
});

test('a date of leaving is enough where a list has no status', () => {
	expect(state([list(10)], { 0: { joined: day, left: 4 * day } })).toMatchObject({
		status: 'left',
		left: 4 * day,
		leftBy: 'date'
	});
});

test('without a date, leaving is dated by the event, else by the first list that knows it', () => {
	const lists = [list(10), list(20), list(30)];
	const said = { 0: { status: 'active' }, 1: { status: 'left' }, 2: { status: 'left' } } as const;

	expect(state(lists, said)).toMatchObject({ left: 20 * day, leftBy: 'list' });
	expect(state(lists, said, 14 * day)).toMatchObject({ left: 14 * day, leftBy: 'event' });
});

test('an unsubscribe event counts unless a later list has the reader', () => {
	expect(state([list(10)], { 0: { status: 'active' } }, 12 * day).status).toBe('left');
	expect(state([list(10)], { 0: { status: 'active' } }, 9 * day).status).toBe('active');
	expect(state([], {}, 9 * day)).toMatchObject({ status: 'left', joined: null, left: 9 * day });
});

test('whoever is absent from a complete list has left, and is back with the next that has them', () => {
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

test('nobody leaves before they came, and whoever left has an instant of it', () => {
	const instant = fc.option(fc.integer({ min: 0, max: 50 }).map((n) => n * day));
	const fact = fc.record({
		status: fc.constantFrom(null, 'active', 'left', 'bounced', 'pending'),
		joined: instant,
		left: instant
	});
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.option(fact), fc.boolean()), { maxLength: 5 }),
			instant,
			(said, unsubscribed) => {
				const lists = said.map(([, complete], i) => list(10 * i, complete));
				const facts = Object.fromEntries(
					said.flatMap(([fact], i) => (fact ? [[i, fact as Partial<ListFact>]] : []))
				);
				const { status, joined, left, leftBy } = state(lists, facts, unsubscribed);
				const gone = status === 'left' || status === 'bounced';
				expect(left !== null).toBe(gone);
				expect(leftBy !== null).toBe(gone);
				if (left !== null && joined !== null) expect(left).toBeGreaterThanOrEqual(joined);
			}
		)
	);
});
