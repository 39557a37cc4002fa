import { expect, test } from 'vitest';
import { itemCost } from './item-cost.ts';

test.each([
	[{ item: 8000, sections: { 3: 12_000 } }, 3, 12_000, 'a section’s own cost holds first'],
	[{ item: 8000, sections: { 3: 12_000 } }, 4, 8000, 'then an item’s'],
	[{ item: 8000, hour: 4000, hours: 1 }, null, 8000, 'before hours'],
	[{ hour: 4000, hours: 1.5 }, 4, 6000, 'hours at an hour’s cost'],
	[{ hour: 4000 }, 4, null, 'hours that nobody said'],
	[{ sections: { 3: 0 } }, 3, 0, 'what costs nothing is known'],
	[{}, null, null, 'nothing entered']
])('%j for section %j → %j: %s', (costs, section, expected, _why) => {
	expect(itemCost(costs, section)).toBe(expected);
});
