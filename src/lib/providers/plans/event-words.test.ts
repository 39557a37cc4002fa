import { expect, test } from 'vitest';
import { eventOf, isByMachine } from './event-words.ts';

test.each([
	// formats.md's vocabularies: Brevo, Customer.io, HubSpot, SendGrid, MailUp; then French
	['clicked', 'click'],
	['clicks', 'click'],
	['Link Clicked', 'click'],
	['CLK', 'click'],
	['Clic', 'click'],
	['cliqué', 'click'],
	['cliqueur', 'click'],
	['opened', 'open'],
	['unique_opened', 'open'],
	['loadedByProxy', 'open'],
	['Ouverture', 'open'],
	['ouvert', 'open'],
	['Lu', 'open'],
	['delivered', 'delivery'],
	['Sent', 'delivery'],
	['Livré', 'delivery'],
	['envoyé', 'delivery'],
	['reçu', 'delivery'],
	['hard_bounce', 'bounce'],
	['softBounces', 'bounce'],
	['NPAI', 'bounce'],
	['SpamReport', 'complaint'],
	['plainte', 'complaint'],
	['Plainte pour spam', 'complaint'],
	['Rejet temporaire', 'bounce'],
	['group_unsubscribe', 'unsubscribe'],
	['Désinscription', 'unsubscribe'],
	['désabonné', 'unsubscribe'],
	['deferred', 'other'],
	['contact_deleted', 'other'],
	['inscription', 'other'],
	['banana', null],
	['', null]
])('eventOf(%j) → %j', (cell, expected) => {
	expect(eventOf(cell)).toBe(expected);
});

test.each([
	['Email Link Clicked', 'click'],
	['Clicked Email', 'click'],
	['emailClick', 'click'],
	['Click Through', 'click'],
	['Première ouverture', 'open'],
	['a cliqué', 'click'],
	['Opened a broadcast', 'open'],
	['Clicked a link in an email', 'click'],
	['Opened Email', 'open'],
	['Email Delivered', 'delivery'],
	['Received Email', 'delivery'],
	['Email Marked as Spam', 'complaint'],
	['Email', null]
])('%j, words around its event → %j', (cell, expected) => {
	expect(eventOf(cell)).toBe(expected);
});

test.each([
	['Bot click', 'click', true],
	['Clic robot', 'click', true],
	['Bot-Klick', 'click', true],
	['clique de robô', 'click', true],
	['Clic suspect (robot)', 'click', true],
	['suspected bot click', 'click', true],
	['non_human_click', 'click', true],
	['nonhuman click', 'click', true],
	['Ouverture machine', 'open', true],
	['Ouverture (Apple MPP)', 'open', true],
	['ouverture automatique', 'open', true],
	['automatische Öffnung', 'open', true],
	['Apertura automatica', 'open', true],
	['Ouvert par un robot', 'open', true],
	['geopend door Apple', 'open', true],
	['Opened by machine', 'open', true],
	['loadedByProxy', 'open', true],
	['proxyOpen', 'open', true],
	['unique_proxy_open', 'open', true],
	['auto-open', 'open', true],
	['Non-bot click', 'click', false],
	['Human open', 'open', false],
	['Clic humain', 'click', false],
	['menschlicher Klick', 'click', false],
	['verified click', 'click', false],
	['opened', 'open', false],
	// these are no opens and no clicks, whoever is at work
	['Auto Reply', null, false],
	['automatic unsubscribe', null, false],
	['Bot', null, false]
])('%j → %j, by a machine: %j', (cell, event, expected) => {
	expect([eventOf(cell), isByMachine(cell)]).toEqual([event, expected]);
});
