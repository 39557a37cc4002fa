import { expect, test } from 'vitest';
import { readAssignment } from './page-assignment.ts';

test.each([
	['item:12', { place: 12 }],
	['new', { place: null }],
	['same:7', { everywhere: { same: 7 } }],
	['house', { everywhere: { role: 'house' } }],
	['footer', { everywhere: { role: 'footer' } }]
])('%s → %j', (chosen, assignment) => {
	expect(readAssignment(chosen)).toEqual(assignment);
});

test('a choice that no menu offers → refused', () => {
	for (const chosen of ['', 'item:', 'item:x', 'item:1e999', 'item:-1', 'same', 'sponsor'])
		expect(() => readAssignment(chosen)).toThrow('badChoice');
});
