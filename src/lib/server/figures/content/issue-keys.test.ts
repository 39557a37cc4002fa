import { expect, test } from 'vitest';
import type { Compared } from '../comparison.ts';
import { issueKeys } from './issue-keys.ts';
import type { IssueRow } from './rows.ts';

const alone: Compared = {
	by: 'none',
	issues: 0,
	from: null,
	to: null,
	whole: false,
	sums: null,
	why: null
};
const usual = { delivered: 60, clickers: 34, rate: 34 / 60, open: false };
const opened = { humanOpeners: 40, openClickers: 30, basis: 'events', layer: 'events' };
const keysOf = (...rows: Partial<IssueRow>[]) =>
	issueKeys(
		rows.map((row) => ({ ...usual, ...opened, ...row }) as IssueRow),
		[],
		alone
	);
/** Why each of them has no value, as far as it says so. */
const missing = (keys: ReturnType<typeof issueKeys>) =>
	Object.fromEntries(
		Object.entries(keys).flatMap(([name, figure]) =>
			figure.missing ? [[name, figure.missing]] : []
		)
	);

test('issues that are all open → no mean, since they are open; with a closed one → its own', () => {
	const open = keysOf({ open: true });
	expect(open.delivered.value).toBeNull();
	expect(new Set(Object.values(missing(open)))).toEqual(new Set(['open']));
	expect(Object.keys(missing(open))).toEqual(Object.keys(open));
	const closed = keysOf({ open: true, delivered: 90 }, {});
	expect(closed.delivered.value).toBe(60);
	expect(missing(closed)).toEqual({});
});

test('deliveries without clicks → the rate waits for clicks; without deliveries → what it always needs', () => {
	const unclicked = { clickers: null, rate: null, openClickers: null };
	const waiting = missing(keysOf(unclicked));
	expect(waiting).toMatchObject({ clickRate: 'clicks', clicksPerOpener: 'clicks' });
	expect(waiting).not.toHaveProperty('delivered');
	expect(missing(keysOf({ delivered: null, rate: null }))).toEqual({});
});

test('openers that are known, and nobody opened → no clicks per opener, since there is no opener', () => {
	const unopened = { humanOpeners: 0, openClickers: 0 };
	expect(missing(keysOf(unopened))).toEqual({ clicksPerOpener: 'nobodyOpened' });
	expect(missing(keysOf(unopened, {}))).toEqual({});
});

test('an other period without openers → not comparable: for want of opens, or since proxies are not told yet', () => {
	const other = { ...alone, by: 'before', issues: 1 } as const;
	const whyBefore = (row: Partial<IssueRow>) => {
		const all = { ...usual, ...opened } as IssueRow;
		return issueKeys([all], [{ ...all, ...row }], other).clicksPerOpener.why;
	};
	expect(whyBefore({ humanOpeners: null, allOpeners: null })).toBe('opens');
	expect(whyBefore({ humanOpeners: null, allOpeners: 50 })).toBe('proxies');
});

test('issues of which totals alone are known → a click rate that is unfiltered; with events, none', () => {
	const counted = keysOf({ layer: 'readers' }, { layer: 'none', clickers: null, rate: null });
	expect(counted.clickRate.unfiltered).toBe(true);
	expect(counted.delivered.unfiltered).toBeUndefined();
	expect(keysOf({}, { layer: 'readers' }).clickRate.unfiltered).toBeUndefined();
});
