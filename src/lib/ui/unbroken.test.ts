import { expect, test } from 'vitest';
import { unbroken } from './unbroken.ts';

test.each([
	['E-mail et newsletters', ['E-mail']],
	['Moins sur «\u00a0e-mail\u00a0»', ['e-mail']],
	['Nettement au-dessus de la moyenne', ['au-dessus']],
	['2025 - 2026, sans Sainte-Marguerite-de-Carrouges', []],
	['Une récolte longue : nous avons gardé', ['longue :']],
	['Qui clique ? Et quand !', ['clique ?', 'quand !']],
	['Anticonstitutionnellement : non', []],
	['', []]
])('%j → %j are not broken, and no sign is lost', (text, whole) => {
	const parts = unbroken(text);
	expect(parts.join('')).toBe(text);
	expect(parts.filter((_, i) => i % 2 === 1)).toEqual(whole);
});
