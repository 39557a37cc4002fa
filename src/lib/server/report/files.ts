import { dialectOf, writeCsv, type SpreadsheetDialect } from './csv.ts';
import { definitionTable, reportFacts, figuresOf, keyTable } from './facts.ts';
import type { Paper } from './pdf/styles.ts';
import type { Snapshot } from './snapshot.ts';
import { m } from '#lib/messages/compiled/messages.js';

/** What a report can be handed on as. */
export const fileFormats = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Whether a text names a format that reports are written in. */
export function isFileFormat(text: string): text is FileFormat {
	return fileFormats.some((format) => format === text);
}

export type FileOptions = {
	/** of CSV alone, where it is not the language's */
	dialect?: Partial<SpreadsheetDialect>;
	/** of PDF alone */
	paper?: Paper;
};

export type ReportFile = { name: string; type: string; content: string | Uint8Array };

const types: Record<FileFormat, string> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
	json: 'application/json'
};

/** One report as a file. All are made from the same snapshot, so that they cannot differ. */
export async function reportFile(
	snapshot: Snapshot,
	format: FileFormat,
	options: FileOptions = {}
): Promise<ReportFile> {
	// what draws and what writes workbooks is large, and most who run the program write neither
	const writers: Record<FileFormat, () => string | Promise<Uint8Array>> = {
		pdf: async () => (await import('./pdf/pdf.ts')).reportPdf(snapshot, options.paper),
		xlsx: async () => (await import('./xlsx.ts')).reportXlsx(snapshot),
		csv: () => reportCsv(snapshot, options.dialect),
		json: () => `${JSON.stringify(snapshot, null, '\t')}\n`
	};
	return {
		name: `${snapshot.publication.slug}-${snapshot.kind}-${snapshot.seal}.${format}`,
		type: types[format],
		content: await writers[format]()
	};
}

/** All tables of a report below each other, with what they rest on before them. */
function reportCsv(snapshot: Snapshot, dialect?: Partial<SpreadsheetDialect>): string {
	const { locale, findings, advice } = snapshot;
	const options = { locale };
	const tables = [
		{ name: m['report.summary']({}, options), table: keyTable(snapshot) },
		...figuresOf(snapshot).map(({ title, table }) => ({ name: title, table })),
		{ name: m['report.definitions']({}, options), table: definitionTable(snapshot) }
	];
	const facts = reportFacts(snapshot);
	const said = [
		...findings.map((text): [string, string] => [m['report.fact.findings']({}, options), text]),
		...advice.flatMap(({ heading, lines }) =>
			lines.map((text): [string, string] => [heading, text])
		)
	];
	return writeCsv(tables, [...facts, ...said], dialectOf(locale, dialect));
}
