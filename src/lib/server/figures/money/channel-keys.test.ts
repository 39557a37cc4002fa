import { expect, test } from 'vitest';
import { countedFigure } from '../key-figures.ts';
import { nothingCompared } from '../comparison.ts';
import { everything } from '#lib/filters/filters.ts';
import { channelKeys } from './channel-keys.ts';
import type { ChannelRow } from './channel-rows.ts';

const compared = nothingCompared(everything);

/** Why an engaged reader of the paid channels has no cost. */
function missing(paid: Partial<ChannelRow>, more: { dataUpTo?: null; known?: { readers: false } }) {
	const row = { matureSpend: 50_000, matureJoined: 30, engaged: 0, ...paid } as ChannelRow;
	const now = {
		paid: row,
		seesLeavers: true,
		spendSince: 0,
		dataUpTo: 1,
		known: { readers: true },
		...more
	};
	return channelKeys(now, null, countedFigure(0, null, compared), compared).costPerEngaged.missing;
}

test('spend on months as old as the window, and no engaged reader → what of it is missing, or that it is nobody', () => {
	expect(missing({}, {})).toBe('nobodyEngaged');
	expect(missing({}, { dataUpTo: null })).toBe('clicks');
	expect(missing({ engaged: null }, {})).toBe('few');
	expect(missing({ matureJoined: 0 }, {})).toBe('nobodyBrought');
	expect(missing({ matureJoined: 0 }, { known: { readers: false } })).toBe('readers');
});

test('no month that is old enough, or no spend → what the figure always needs', () => {
	expect(missing({ matureSpend: null }, {})).toBeUndefined();
	expect(missing({ costPerEngaged: 2500, engaged: 20 }, {})).toBeUndefined();
});
