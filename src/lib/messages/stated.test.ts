import { expect, test } from 'vitest';
import { formats } from './format.ts';
import { stated } from './stated.ts';

const fr = formats('fr', 'Europe/Paris');
const en = formats('en', 'Europe/Paris');

test('numbers, intervals and names are written as the language writes them', () => {
	const statement = {
		key: 'report.says.topic',
		values: {
			topic: { quoted: 'IA' },
			lift: { lift: 1.3 },
			between: { low: 1.1, high: 1.5, of: 'lift' }
		}
	} as const;

	expect(stated(statement, fr)).toBe(
		'À position égale, «\u00a0IA\u00a0» fait le mieux\u00a0: 1,30 fois la moyenne (1,10 à 1,50), nettement au-dessus.'
	);
	expect(stated(statement, en)).toBe(
		'At equal positions, “IA” does best: 1.30 times the average (1.10 to 1.50), clearly above.'
	);
});

test('a list ends in and, and a message may stand in another', () => {
	const list = { key: 'report.cannot.few', values: { n: { n: 2 }, topics: { list: ['A', 'B'] } } };
	expect(stated(list, en)).toContain('“A” and “B”');

	const inner = {
		key: 'report.says.part.few',
		values: { part: { words: 'part.topics' }, change: { points: 0.003 } }
	};
	expect(stated(inner, fr)).toContain('choix des thèmes, +0,3\u00a0pt');
});
