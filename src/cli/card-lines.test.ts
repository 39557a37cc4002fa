import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { checkSource } from '#lib/server/ingest/reading/read.ts';
import { cardLines } from './card-lines.ts';

async function linesOf(name: string, text: string) {
	const card = await checkSource(bytesInMemory(name, text), {
		map: null,
		zone: 'UTC',
		now: Date.now()
	});
	return cardLines(card, [], 'en').map((line) => line.replace(/\s+/g, ' '));
}

test('a file of no known service → read from its columns; one of a service → its name', async () => {
	const own = await linesOf(
		'clics.csv',
		'E-mail;Cliqué le;Lien;Lettre\nana@example.com;2024-05-02 10:00;https://example.com/a;Lettre 12\n'
	);
	expect(own).toContain('Service read from its columns');
	expect(own).toContain('Delimiter ";"');
	const known = await linesOf(
		'contacts.csv',
		'CONTACT ID,EMAIL,EMAIL_BLACKLISTED,SMS_BLACKLISTED\n1,ana@example.com,No,No\n'
	);
	expect(known).toContain('Service Brevo');
});

test('a file of JSON → no delimiter', async () => {
	const lines = await linesOf(
		'events.json',
		'[{"email":"ana@example.com","event":"click","url":"https://example.com/a","time":"2024-05-02T10:00:00Z","campaign":"Letter 12"}]'
	);
	expect(lines.filter((line) => line.startsWith('Delimiter'))).toEqual([]);
});

test('a service that writes the month first → how its dates are read is said to the end, and a campaign is no send', async () => {
	const lines = await linesOf(
		'campaigns.csv',
		'Start Date (in UTC)\tAccount Name\tCampaign Name\tCurrency\tTotal Spent\tImpressions\tClicks\n1/2/2026\tRow\tReaders\tEUR\t99.50\t5000\t40\n'
	);
	expect(lines).toContain('Dates MM/DD/YYYY, month first, as this service writes it');
	expect(lines).toContain('Campaign Name campaign the service Readers');
});
