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
	'Thanks to our sponsor | Sponsor spotlight | Featured partner | Made possible by Brine',
	'Annonce partenaire | Avec le soutien de Salines | Réclame | Contenu de marque | Cette rubrique vous est offerte par Salines',
	'Unser Partner | Ein Beitrag unseres Partners | Bezahlter Beitrag | Mit freundlicher Unterstützung von Salz | Sponsor der Woche',
	'Presentado por Salinas | Un mensaje de nuestro patrocinador | Publirreportaje | Espacio publicitario',
	'Il nostro sponsor | Con il sostegno di Salini | Contenuto promosso | Pubbliredazionale',
	'Dit is een betaalde boodschap | Een bericht van onze partner | Partnercontent | Betaalde samenwerking',
	'Apresentado por Salinas | Uma mensagem do nosso patrocinador | Conteúdo pago | Publieditorial'
])('%s → marks of sponsors', (texts) => {
	expect(texts.split(' | ').filter((text) => !labelsSponsor(text))).toEqual([]);
});

test.each([
	'Sponsors pull out of the race',
	'Unser Partner geht in Rente',
	'Onze partners in misdaad vertellen',
	'O nosso parceiro de dança voltou',
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
