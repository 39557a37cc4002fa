import { expect, test } from 'vitest';
import { maskedCell } from './masked-cell.ts';

test.each([
	['marie@example.org', false, 'm•••@•••.org', 'an address keeps a letter and its ending'],
	['Marie Curie <marie@example.org>', true, 'M••• C••• m•••@•••.org', 'the name beside it too'],
	['Marie', false, 'M•••', 'what may be a name keeps a letter'],
	['Lettre no 12', true, 'Lettre no 12', 'what is known to be no name stays'],
	['03/04/2024 08:10', false, '03/04/2024 08:10', 'dates stay'],
	['https://example.com/a?reader=9', false, 'https://example.com/a', 'links lose parameters'],
	['Pour ana%40example.org', true, 'Pour •••', 'an address that is escaped, in what is no name'],
	['YW5hQGV4YW1wbGUub3Jn', true, '•••', 'an address in base64'],
	['', false, '', 'nothing stays nothing']
])('maskedCell(%j, %j) → %j: %s', (cell, isNamed, expected) => {
	expect(maskedCell(cell, isNamed).replace(/[<>]/g, '')).toBe(expected);
});
