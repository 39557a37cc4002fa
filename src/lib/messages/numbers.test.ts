import { expect, test } from 'vitest';
import { m } from './compiled/messages.js';
import { words } from './words.ts';

test('a number in a sentence → written as in the tables of its language, whoever hands it on', () => {
	const said = { median: 1, p90: 12_345, inWindow: 87 };
	expect(m['meter.cycle'](said, { locale: 'en' })).toContain(
		'1 day for half of buyers, 12,345 for'
	);
	expect(m['meter.cycle'](said, { locale: 'fr' })).toContain('12\u00a0345 pour');
	expect(words('count.items', { n: 1_234_567 }, 'en')).toBe('1,234,567 items');
	expect(words('count.items', { n: 1_234_567 }, 'fr')).toBe('1\u00a0234\u00a0567 articles');
});

test('singular and plural → of the number, and not of what is written', () => {
	expect(words('count.items', { n: 1 }, 'en')).toBe('1 item');
	expect(words('count.items', { n: 0 }, 'fr')).toBe('0 article');
});

test('a name of digits → not grouped: nobody looks for job 12,345 or port 3,000', () => {
	expect(words('cli.jobs.again', { id: 12_345 }, 'en')).toBe('Job 12345 is in line again.');
	expect(words('trouble.badPort', { port: 65_536 }, 'fr')).toContain('65536');
});
