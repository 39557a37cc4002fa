import { expect, test } from 'vitest';
import { stem } from './stem.ts';

test.each([
	[['vulnerabilite', 'vulnerabilites', 'vulnerable', 'vulnerables']],
	[['souverainete', 'souverainetes']],
	[['national', 'nationale', 'nationaux', 'nationales']],
	[['newsletter', 'newsletters']],
	[['publicite', 'publicites', 'publicitaire', 'publicitaires']],
	[['optimiser', 'optimisation', 'optimisations', 'optimise']],
	[['attaque', 'attaques', 'attaquer']],
	[['running', 'runs', 'run']],
	[['company', 'companies']],
	[['designer', 'designers', 'design']]
])('%j → one stem', (words) => {
	expect(new Set(words.map(stem)).size).toBe(1);
});

test.each([
	['publicite', 'publication'],
	['marche', 'marketing'],
	['ia', 'iam'],
	['media', 'medicine'],
	['rgpd', 'rgaa']
])('%s and %s → two stems', (a, b) => {
	expect(stem(a)).not.toBe(stem(b));
});

test('a name with digits → whole', () => {
	expect(stem('gpt4s')).toBe('gpt4s');
});
