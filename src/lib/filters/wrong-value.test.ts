import { expect, test } from 'vitest';
import { recordOf } from './narrowing.ts';
import { wrongValue } from './wrong-value.ts';

test.each(['topic', 'section', 'issue'] as const)(
	'a name where an address has the id of a %s → the program is told which parameter takes an id',
	(name) => {
		expect(wrongValue('Tides', recordOf(name))).toMatchObject({
			code: 'badId',
			details: { given: 'Tides', name }
		});
	}
);

test('a window that is no number of days → the least and the most are said', () => {
	expect(wrongValue('0', recordOf('window'))).toMatchObject({
		code: 'outOfRange',
		details: { low: 7, high: 730 }
	});
});
