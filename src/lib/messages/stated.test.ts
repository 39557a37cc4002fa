import { expect, test } from 'vitest';
import { createFormats } from './format.ts';
import type { Statement } from '../findings/statement.ts';
import { stated } from './stated.ts';

const fr = createFormats('fr', 'Europe/Paris');
const en = createFormats('en', 'Europe/Paris');

test('numbers, intervals and names in a statement → written as each language writes them', () => {
	const statement = {
		key: 'report.says.topic',
		values: {
			topic: { quoted: 'IA' },
			lift: { lift: 1.3 },
			between: { low: 1.1, high: 1.5, of: 'lift' }
		}
	} as const;

	expect(stated(statement, fr)).toBe(
		'À position égale, «\u00a0IA\u00a0» est le seul thème nettement au-dessus de la moyenne\u00a0: 1,30 fois la moyenne (1,10 à 1,50).'
	);
	expect(stated(statement, en)).toBe(
		'At equal positions, “IA” is the only topic clearly above average: 1.30 times the average (1.10 to 1.50).'
	);
});

test('a list in a statement → ends in “and”; a statement in another → part of it', () => {
	const list = { key: 'report.cannot.few', values: { n: { n: 2 }, topics: { list: ['A', 'B'] } } };
	expect(stated(list, en)).toContain('“A” and “B”');

	const inner: Statement = {
		key: 'report.says.part.clear',
		values: {
			part: { words: 'part.topics' },
			change: { points: 0.003 },
			between: { low: 0.001, high: 0.005, of: 'points' },
			rest: { said: { key: 'report.says.part.remainderOnly', values: { change: { points: 0 } } } }
		}
	};
	expect(stated(inner, fr)).toContain('Ce que ses parts n’expliquent pas vaut 0,0\u00a0pt.');
	expect(stated(inner, fr)).toContain('choix des thèmes, +0,3\u00a0pt');
});

test('a return → stated in its currency, for each unit of it', () => {
	const values = {
		channel: { quoted: 'Ads' },
		return: { each: 1.66, currency: 'EUR' },
		unit: { each: 1, currency: 'EUR' },
		between: { low: 1.1, high: 2.4, of: 'lift' }
	} as const;
	const said = (formats: typeof en) =>
		stated({ key: 'report.says.channel.above', values }, formats);
	expect(said(en)).toBe(
		'“Ads” clearly earns more than it costs: €1.66 for each €1 (1.10 to 2.40).'
	);
	expect(said(fr)).toBe(
		'«\u00a0Ads\u00a0» rapporte nettement plus qu’il ne coûte\u00a0: 1,66\u00a0€ pour 1\u00a0€ (1,10 à 2,40).'
	);
});

test('a count → written as the language writes it, with its plural', () => {
	const none = (n: number, formats: typeof en) =>
		stated({ key: 'finding.items.none', values: { told: { n } } }, formats);
	expect(none(1200, en)).toContain('None of 1,200 items');
	expect(none(1, en)).toContain('The only item');
	expect(none(0, fr)).toContain('Le seul article');
});
