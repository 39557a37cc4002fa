import { expect, test } from 'vitest';
import { labelsSponsor, marksSponsor, saysWhoPaid } from './sponsor-words.ts';

test.each([
	'Sponsors',
	'SPONSOR Lark',
	'Sponsored by Lark',
	'Publicité',
	'Annonce : vélos révisés',
	'Together with Fold',
	'From our partner',
	'Un mot de notre mécène',
	'Partenaire du mois : Serveurs du Nord',
	'Offert par la boulangerie du quai'
])('%s → the mark of a sponsor', (text) => {
	expect([marksSponsor(text), labelsSponsor(text)]).toEqual([true, true]);
});

test.each([
	'Sponsors pull out of the race',
	'Publicité mensongère : dix condamnations',
	'Annonce surprise au port',
	'Partenaires de danse',
	'Ad blockers win',
	'Powered by the wind',
	'Our partners in crime'
])('%s → the title of a story', (text) => {
	expect([marksSponsor(text), labelsSponsor(text)]).toEqual([false, false]);
});

test('what begins with its mark and a colon → an advertisement; who presents what stands above → none', () => {
	expect(saysWhoPaid('Publicité : Graines d’Armor, vingt sachets offerts')).toBe(true);
	expect(saysWhoPaid('Our sponsor: Lark')).toBe(true);
	expect(saysWhoPaid('Proposé par : Liège & Fils')).toBe(false);
	expect(saysWhoPaid('Sponsored by: Lark')).toBe(false);
});
