import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueBy, dueNext, duePeriod, type Rule } from './rule.ts';

const paris = 'Europe/Paris';
const mondays = { every: 'week', day: 1, hour: 7, last: null } satisfies Rule;
const firsts = { every: 'month', day: 1, hour: 6, last: null } satisfies Rule;
const at = (text: string) => Date.parse(text);

test('a weekly rule → due at its local hour, in summer and in winter', () => {
	expect(dueNext(mondays, paris, at('2025-10-20T05:00:00Z'))).toBe(at('2025-10-27T06:00:00Z'));
	expect(dueNext(mondays, paris, at('2025-10-18T00:00:00Z'))).toBe(at('2025-10-20T05:00:00Z'));
});

test('a rule → due at its instant, not before, and not again', () => {
	const due = at('2025-10-27T06:00:00Z');
	expect(dueBy(mondays, paris, due - 86_400_000, due - 1)).toBeNull();
	expect(dueBy(mondays, paris, due - 86_400_000, due)).toBe(due);
	expect(dueBy(mondays, paris, due, due + 3_600_000)).toBeNull();
});

test('weeks that were missed → made up for once', () => {
	expect(dueBy(mondays, paris, at('2025-09-01T00:00:00Z'), at('2025-10-30T00:00:00Z'))).toBe(
		at('2025-10-27T06:00:00Z')
	);
});

test('a clock that was set back → nothing sent again', () => {
	const due = at('2025-10-27T06:00:00Z');
	expect(dueBy(mondays, paris, due, due - 3 * 86_400_000)).toBeNull();
});

test('a weekly rule → the seven days before; monthly → the month before; last issues → no dates', () => {
	expect(duePeriod(mondays, paris, at('2025-10-27T06:00:00Z'))).toMatchObject({
		from: '2025-10-20',
		to: '2025-10-26'
	});
	expect(duePeriod(firsts, paris, at('2025-03-01T05:00:00Z'))).toMatchObject({
		from: '2025-02-01',
		to: '2025-02-28'
	});
	expect(duePeriod({ ...mondays, last: 12 }, paris, 0)).toMatchObject({ last: 12, from: null });
});

test('any rule in any zone → periods that follow each other without gap or overlap', () => {
	const zones = [paris, 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'];
	const rules = fc.oneof(
		fc.record({
			every: fc.constant('week' as const),
			day: fc.integer({ min: 1, max: 7 }),
			hour: fc.integer({ min: 0, max: 23 }),
			last: fc.constant(null)
		}),
		fc.record({
			every: fc.constant('month' as const),
			day: fc.integer({ min: 1, max: 28 }),
			hour: fc.integer({ min: 0, max: 23 }),
			last: fc.constant(null)
		})
	);
	fc.assert(
		fc.property(
			rules,
			fc.constantFrom(...zones),
			fc.integer({ min: at('2024-01-01'), max: at('2027-01-01') }),
			(rule, zone, now) => {
				const one = dueNext(rule, zone, now);
				const two = dueNext(rule, zone, one);
				expect(dueBy(rule, zone, now, one)).toBe(one);
				const next = Date.parse(`${duePeriod(rule, zone, one).to}T00:00:00Z`) + 86_400_000;
				expect(duePeriod(rule, zone, two).from).toBe(new Date(next).toISOString().slice(0, 10));
			}
		),
		{ numRuns: 200 }
	);
});
