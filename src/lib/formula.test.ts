import { expect, test } from 'vitest';
import { asText } from './formula.ts';

test.each(['=1+1', ' @SUM(A1)', '\t=1', '+33 1', '-2+3', "'=1", '\uff1d1'])(
	'%j → a text for a spreadsheet',
	(text) => {
		expect(asText(text)).toBe(`'${text}`);
	}
);

test.each(['', 'Tides', '1.21', '2 = 2'])('%j → as it is', (text) => {
	expect(asText(text)).toBe(text);
});
