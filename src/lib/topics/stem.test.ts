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
])('%j are one word', (words) => {
	expect(new Set(words.map(stem)).size).toBe(1);
});

test.each([
	['publicite', 'publication'],
	['marche', 'marketing'],
	['ia', 'iam'],
	['media', 'medicine'],
	['rgpd', 'rgaa']
])('%s and %s are two', (a, b) => {
	expect(stem(a)).not.toBe(stem(b));
});

test('names with digits stay whole', () => {
	expect(stem('gpt4s')).toBe('gpt4s');
});
