import { expect, test } from 'vitest';
import { returnSub, returnTitle, viewOf } from './channel-figure.ts';

const en = { locale: 'en' } as const;

test('nobody paid for any channel → neither title nor words tell of a return, and no column does', () => {
	const rows = [{ paid: false, enough: false }];
	expect(returnTitle('channels', rows, en)).toBe('Joined by channel');
	expect(returnTitle('campaigns', rows, en)).toBe('Joined by campaign');
	expect(returnSub(rows, 90, en)).not.toContain('÷');
	expect(viewOf('figure', rows)).toBe('figureOrganic');
});

test('paid channels → returns; of a scale and an interval only where one is judged', () => {
	const few = [{ paid: true, enough: false }];
	expect(returnTitle('channels', few, en)).toBe('Return on ad spend by channel');
	expect(returnSub(few, 90, en)).not.toContain('Log scale');
	expect(viewOf('figure', few)).toBe('figureUnjudged');
	expect(returnSub([...few, { paid: true, enough: true }], 90, en)).toContain('Log scale');
});
