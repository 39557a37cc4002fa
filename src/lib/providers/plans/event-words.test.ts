import { expect, test } from 'vitest';
import { eventOf } from './event-words.ts';

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
