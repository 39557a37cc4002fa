import { expect, test } from 'vitest';
import type { Tally } from '#lib/spend/tally.ts';
import { channelRow } from './channel-rows.ts';

const nothing: Tally = {
	...{ cohorts: 1, mature: 1, spend: 10_000, joined: 9, activated: [] },
	...{ matureSpend: 10_000, matureJoined: 9, engaged: 5, clicks: 9, kept: 9 },
	...{ value: 0, amounts: [], givenBack: 0, refunded: false, later: 0, ruled: 0 },
	...{ payback: null, observed: 3 }
};

const rowOf = (tally: Partial<Tally>) =>
	channelRow(
		{
			...{ channel: 'Search', campaign: null, cohort: null, paid: true },
			...{ currency: 'EUR', window: 90, early: false }
		},
		{ ...nothing, ...tally },
		{ before: 0, value: 0, conversions: 0 },
		() => null,
		true
	);

test('no buyer is left after refunds → said so, and not that nobody bought', () => {
	expect(rowOf({ givenBack: -15_800, refunded: true })).toMatchObject({
		return: -1.58,
		buyers: 0,
		why: 'refunded'
	});
	expect(rowOf({})).toMatchObject({ return: 0, why: 'noValue' });
	expect(rowOf({ givenBack: -900, refunded: true, ruled: 4000 }).why).toBe('byRule');
});
