import { closeSync, openSync, writeSync } from 'node:fs';

// As large archives are: https://listmonk.app writes such files, one for all campaigns.
const readers = 200_000;
const issues = 300;
const linksAnIssue = 25;
const repeats = 0.02;
const companies = 2000;

const header =
	'campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name,url,created_at\n';
const firstSend = Date.UTC(2019, 0, 7, 6);
const week = 7 * 86_400_000;
const free = ['gmail.com', 'outlook.com', 'orange.fr', 'yahoo.fr', 'free.fr'];

/** Random numbers from a seed (mulberry32), so that the file is the same each time. */
function randomFrom(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const hex = (number, digits) => number.toString(16).padStart(digits, '0');

/** What a reader's cells are in every row. */
function readerCells(random) {
	return Array.from({ length: readers }, (_, i) => {
		const domain =
			random() < 0.6
				? free[Math.floor(random() * free.length)]
				: `firm-${Math.floor(random() * companies)}.example`;
		const uuid = `${hex((i * 2654435761) % 2 ** 32, 8)}-7c1d-4e5f-8a9b-${hex(i, 12)}`;
		return `${i + 1},${uuid},reader.${i + 1}@${domain},Reader ${i + 1},`;
	});
}

/**
 * Writes an export of clicks, grouped by issue and otherwise in no order: a line for each.
 *
 * @param {string} path
 * @param {number} rows
 */
export function writeClicks(path, rows) {
	const random = randomFrom(20260507);
	const cells = readerCells(random);
	const file = openSync(path, 'w');
	let text = header;

	for (let issue = 0; issue < issues; issue++) {
		const name = issue % 5 ? `Weekly letter ${issue + 1}` : `"Weekly letter ${issue + 1}, late"`;
		const start = `${issue + 1},0b5e7c1d-0000-4000-8000-${hex(issue + 1, 12)},${name},`;
		const links = Array.from(
			{ length: linksAnIssue },
			(_, position) =>
				`https://www.example.org/${2019 + Math.floor(issue / 52)}/story-${issue * linksAnIssue + position}?utm_source=letter,`
		);
		const to = Math.floor((rows * (issue + 1)) / issues);
		let recent = [];

		for (let row = Math.floor((rows * issue) / issues); row < to; row++) {
			if (recent.length && random() < repeats) {
				text += recent[Math.floor(random() * recent.length)];
				continue;
			}
			// the first links are clicked most, and most clicks come within hours
			const link = links[Math.floor(random() ** 2 * linksAnIssue)];
			const wait = Math.floor(-Math.log(1 - random()) * 12 * 3600) * 1000;
			const at = new Date(firstSend + issue * week + wait).toISOString().slice(0, 19);
			const line = `${start}${cells[Math.floor(random() * readers)]}${link}${at}Z\n`;
			text += line;
			if (recent.length < 1000) recent.push(line);
			if (text.length > 2 ** 20) {
				writeSync(file, text);
				text = '';
			}
		}
		recent = [];
	}
	writeSync(file, text);
	closeSync(file);
}
