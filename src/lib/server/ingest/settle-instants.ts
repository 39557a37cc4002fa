import { dateScan, instants as instantsOf } from '#lib/csv/dates.ts';
import { readRows } from '#lib/csv/read-rows.ts';
import type { Sheet, Source } from '#lib/csv/sheet.ts';
import type { FileFacts, Instants, Recognition, Role } from '#lib/providers/recogniser.ts';

/** Decides how each column of instants is written, from a scan of the whole column where its beginning cannot tell. */
export async function settleInstants(
	source: Source,
	sheet: Sheet,
	{ recogniser, columns }: Recognition,
	{ table }: FileFacts,
	assumed: string
): Promise<{
	instants: Map<Role, Instants>;
	formats: Record<string, unknown>;
	/** the first column that can be read day first and month first */
	unsure: { column: string; example: string } | null;
}> {
	const zone = 'known' in recogniser.zone ? recogniser.zone.known : assumed;
	const roles = recogniser.instants.filter((role) => columns[role] !== undefined);
	const scans = new Map(roles.map((role) => [role, dateScan()]));

	for (const [role, scan] of scans)
		for (const row of table.sample) scan.observe(row[columns[role]!] ?? '');
	// year first leaves nothing to decide; else the whole column has to be seen
	if ([...scans.values()].some((scan) => scan.settle().order !== 'ymd')) {
		for await (const { rows } of readRows(source, sheet, table))
			for (const row of rows)
				for (const [role, scan] of scans) scan.observe(row[columns[role]!] ?? '');
	}

	// one program wrote all columns of a file
	const orders = [...scans.values()].map((scan) => scan.settle()).filter(({ decided }) => decided);
	const told = orders.every(({ order }) => order === orders[0]!.order)
		? orders[0]?.order
		: undefined;

	const instants = new Map<Role, Instants>();
	const formats: Record<string, unknown> = {};
	let unsure: { column: string; example: string } | null = null;
	for (const [role, scan] of scans) {
		const { pattern, ambiguous, zoned, example, ...found } = scan.settle(told);
		const chosen = recogniser.dates?.[role];
		const order = (ambiguous && chosen?.order) || found.order;
		if (ambiguous && !chosen?.order)
			unsure ??= { column: table.header[columns[role]!] ?? '', example: example ?? '' };
		const written = chosen?.zone ?? zone;
		instants.set(role, instantsOf({ order }, written));
		formats[role] = {
			pattern,
			order,
			ambiguous: ambiguous && chosen?.order === undefined,
			zone: zoned === 'all' ? null : written
		};
	}
	return { instants, formats, unsure };
}
