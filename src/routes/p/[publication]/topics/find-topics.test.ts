import { expect, test } from 'vitest';
import { findTopics, isTopic } from './find-topics.ts';

const topics = ['Vie privée', 'Éducation', 'Privatisations', 'Médias privés'].map((name, id) => ({
	id,
	name
}));
const names = (typed: string) => findTopics(topics, typed).map(({ name }) => name);

test('typed without accents → names that begin with it, then words that do, then the rest', () => {
	expect(names('priv')).toEqual(['Privatisations', 'Vie privée', 'Médias privés']);
	expect(names('education')).toEqual(['Éducation']);
	expect(names('ation')).toEqual(['Éducation', 'Privatisations']);
	expect(names('')).toHaveLength(4);
	expect(names('nothing')).toEqual([]);
});

test('a name in another spelling → it is there', () => {
	expect(isTopic(topics, 'VIE PRIVEE')).toBe(true);
	expect(isTopic(topics, 'vie')).toBe(false);
});
