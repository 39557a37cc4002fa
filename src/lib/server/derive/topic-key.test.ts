import { expect, test } from 'vitest';
import { spellings, topicKey } from './topic-key.ts';

test.each([
	['Cybersécurité', 'CYBERSE\u0301CURITE'],
	['🔒 Sécurité', 'sécurité !'],
	['#climat', 'Climat'],
	['E-commerce', 'e commerce'],
	['R&D', 'r & d']
])('%s and %s → one topic', (a, b) => {
	expect(topicKey(a)).toBe(topicKey(b));
});

test.each([
	['C++', 'C#'],
	['C', 'C++'],
	['🔒', '🎨'],
	['Security', 'Cybersecurity']
])('%s and %s → two topics', (a, b) => {
	expect(topicKey(a)).not.toBe(topicKey(b));
});

test('several spellings of a topic → the most frequent; equally frequent ones → always the same', () => {
	const names = ['sécurité', 'Sécurité', ' SÉCURITÉ ', 'Se\u0301curite\u0301', 'Ville'];
	expect(spellings(names).get('securite')?.name).toBe('Sécurité');
	const equals = ['Mer', 'MER'];
	expect(spellings(equals).get('mer')).toMatchObject({ name: 'MER', times: 2 });
	expect(spellings(equals.reverse()).get('mer')?.name).toBe('MER');
});
