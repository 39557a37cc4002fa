import { basename } from 'node:path';
import { csvLine } from '#lib/csv/table-rows.ts';
import { createFormats } from '#lib/messages/format.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { rejectWords } from '#lib/messages/reject-words.ts';
import { isOfIssues } from '#lib/server/ingest/files/read-documents.ts';
import { checkFile, readTable, type CheckedTable } from '#lib/server/ingest/reading/read.ts';
import { Trouble } from '#lib/trouble.ts';
import { cardLines } from './card-lines.ts';
import type { Call, Command } from './command.ts';
import { zoneOption } from './options.ts';
import { aboutOption, mapOption } from './reading-options.ts';

/** Refused rows that a person is shown one by one. */
const SHOWN = 20;

/** Says how a file would be read, and what would become of its rows; nothing is stored. */
export const check: Command = {
	name: 'check',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: {
		map: { type: 'string', value: 'FILE' },
		kind: { type: 'string', value: 'KIND' },
		order: { type: 'string', value: 'dmy|mdy' },
		zone: { type: 'string', value: 'Europe/Paris' },
		campaign: { type: 'string', value: 'NAME' },
		table: { type: 'string', value: 'N', bare: '1', about: 'tableOfFile' }
	},

	async run(call) {
		const { args, options, path, locale } = call;
		if (options.table !== undefined) return printTable(call);
		const file = path(args[0] ?? '');
		if (await isOfIssues(file)) throw new Trouble('fileIsIssue', { file: basename(file) });
		const checked = await checkFile(file, {
			map: await mapOption(call),
			zone: zoneOption(options),
			about: aboutOption(options),
			now: Date.now()
		});
		return {
			json: checked,
			lines: [checked, ...checked.more].flatMap((one) => linesOf(one, locale))
		};
	}
};

function linesOf(table: CheckedTable, locale: Locale): string[] {
	const formats = createFormats(locale, 'UTC');
	const counts = [
		['rows', formats.number(table.rows)],
		['accepted', formats.number(table.accepted)],
		['skipped', formats.number(table.skipped)],
		['rejected', formats.number(table.rejected.length)]
	] as const;
	return [
		...cardLines(table, counts, locale),
		'',
		...table.rejected
			.slice(0, SHOWN)
			.map(({ row, code }) => `${formats.number(row)}: ${rejectWords(code, locale)}`)
	];
}

/** Lines that are written at once. */
const AT_ONCE = 1000;

/** Prints a table of the file as it is read, as CSV: to be held against what other readers make of it. */
async function printTable({ args, options, path, print }: Call): Promise<null> {
	let lines: string[] = [];
	for await (const row of readTable(path(args[0] ?? ''), Number(options.table))) {
		lines.push(csvLine(row));
		if (lines.length < AT_ONCE) continue;
		print(lines);
		lines = [];
	}
	if (lines.length > 0) print(lines);
	return null;
}
