import { writeFile } from 'node:fs/promises';
import { locales } from '#lib/locales.ts';
import { words } from '#lib/messages/words.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { filterRecords, type Filters } from '#lib/filters/filters.ts';
import { nameAmong } from '#lib/server/figures/known-filters.ts';
import { filterOptions, filtersOf } from './filters.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { sponsorPlaces } from '#lib/server/figures/sponsors/sponsors.ts';
import type { SpreadsheetDialect } from '#lib/server/report/csv.ts';
import { fileFormats, reportFile, type FileFormat } from '#lib/server/report/files.ts';
import { keepReport, reportOf } from '#lib/server/report/reports.ts';
import { reportKind, reportKinds, type ReportKind } from '#lib/report-kinds.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { recordExport } from '#lib/server/access/audit.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Answer } from './answer.ts';
import type { Call, Command, Options } from './command.ts';
import { countOption, textOption } from './options.ts';

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;
const DECIMALS = { point: '.', comma: ',' } as const;

/** Makes a report, keeps it, and writes it to a file; a number writes one that was kept. */
export const report: Command = {
	name: 'report',
	args: 'NAME',
	needs: 1,
	takes: 1,
	options: {
		format: { type: 'string', value: 'pdf' },
		out: { type: 'string', value: 'FILE' },
		publication: { type: 'string', value: 'NAME' },
		...filterOptions(null),
		sponsor: { type: 'string', value: 'NAME' },
		placement: { type: 'string', value: 'ID' },
		language: { type: 'string', value: locales[0] },
		paper: { type: 'string', value: 'a4' },
		separator: { type: 'string', value: 'comma' },
		decimal: { type: 'string', value: 'point' },
		bom: { type: 'string', value: 'no' }
	},

	async run(call): Promise<Answer> {
		const { options, args } = call;
		const format = choice(options, 'format', fileFormats);
		const out = textOption(options, 'out');
		if (out === null) throw new Trouble('whichFile');
		const dialect = dialectAsked(options);
		const paper = choice(options, 'paper', ['a4', 'letter'] as const) ?? 'a4';

		const db = await call.db();
		const publication = await publicationMeant(db, textOption(options, 'publication'));
		const snapshot = await snapshotOf(db, publication, args[0]!, call);
		const file = format ?? formatOf(out);
		const { content } = await reportFile(snapshot, file, { dialect, paper });
		await writeFile(call.path(out), content).catch(() => {
			throw new Trouble('fileNotWritable', { file: out });
		});
		const reported = { report: snapshot.name, file };
		await recordExport(db, publication.id, 'exports.report', reported, Date.now());
		return {
			json: { name: snapshot.name, kind: snapshot.kind, seal: snapshot.seal, file: out },
			lines: [words('cli.reportWritten', { file: out, name: snapshot.name }, call.locale)],
			notes: idleNotes(call, file)
		};
	}
};

/** Options that change nothing of what was asked for: said, and not passed over. */
function idleNotes({ args, options, locale }: Call, file: FileFormat): string[] {
	const kind = reportKinds.find((one) => one === args[0]);
	const of = kind && reportKind(kind).of;
	const filters = filterRecords.map(({ name }) => name).filter((name) => name !== 'issue');
	const idle: Record<string, boolean> = {
		// a report that is kept is as it was made
		...Object.fromEntries(
			filters.map((name) => [name, !of || of === 'issue' || of === 'placement'])
		),
		issue: !of,
		sponsor: of !== 'sponsor' && of !== 'placement',
		placement: of !== 'placement',
		language: !of,
		paper: file !== 'pdf',
		separator: file !== 'csv',
		decimal: file !== 'csv',
		bom: file !== 'csv'
	};
	const given = Object.keys(idle).filter((name) => idle[name] && options[name] !== undefined);
	const names = given.map((name) => `--${name}`).join(', ');
	return given.length ? [words('cli.report.idle', { options: names }, locale)] : [];
}

async function snapshotOf(
	db: Db,
	publication: Publication,
	name: string,
	call: Call
): Promise<Snapshot> {
	if (/^\d+$/.test(name)) return reportOf(db, publication, Number(name));
	const kind = reportKinds.find((one) => one === name);
	if (!kind) throw new Trouble('badChoice', { given: name, known: reportKinds.join(', ') });

	const filters = await filtersOf(db, publication, call);
	const asked = {
		kind,
		name: null,
		filters: { ...filters, issue: await issueOf(db, publication, kind, filters) },
		...(await placeOf(db, publication, kind, filters, call)),
		locale: choice(call.options, 'language', locales) ?? publication.language
	};
	const id = await keepReport(db, publication, asked, { by: null, now: Date.now() });
	return reportOf(db, publication, id);
}

/** The issue asked for; of a report on one issue, the latest where none was named. */
async function issueOf(
	db: Db,
	publication: Publication,
	kind: ReportKind,
	{ issue }: Filters
): Promise<number | null> {
	// a receipt's place says which issue it stands in
	const { of } = reportKind(kind);
	if (of === 'placement') return null;
	if (issue !== null || of !== 'issue') return issue;
	const { issues } = await filterChoices(db, publication);
	if (!issues[0]) throw new Trouble('noIssueYet', {});
	return issues[0].id;
}

/**
 * The sponsor of a summary, and the place of a receipt: by its id, else the latest of those that the
 * options leave.
 */
async function placeOf(
	db: Db,
	publication: Publication,
	kind: ReportKind,
	{ issue }: Filters,
	{ options }: Call
) {
	const given = textOption(options, 'sponsor');
	const { of } = reportKind(kind);
	if (of !== 'sponsor' && of !== 'placement') return {};

	const places = await sponsorPlaces(db, publication);
	const known = [...new Set(places.map((place) => place.sponsor))];
	const sponsor = given === null ? null : nameAmong(given, known);
	if (of === 'sponsor') return { sponsor };

	const id = countOption(options, 'placement');
	if (id !== null) return { placement: id };
	const match = places.find(
		(place) =>
			(sponsor === null || place.sponsor === sponsor) && (issue === null || place.issueId === issue)
	);
	if (!match) throw new Trouble('noSuchPlacement', { id: textOption(options, 'issue') ?? '' });
	return { placement: match.id };
}

function formatOf(file: string): FileFormat {
	const match = fileFormats.find((format) => file.toLowerCase().endsWith(`.${format}`));
	if (!match) throw new Trouble('badChoice', { given: file, known: fileFormats.join(', ') });
	return match;
}

function choice<One extends string>(
	options: Options,
	name: string,
	known: readonly One[]
): One | null {
	const given = textOption(options, name);
	const match = known.find((one) => one === given);
	if (given !== null && !match) throw new Trouble('badChoice', { given, known: known.join(', ') });
	return match ?? null;
}

function dialectAsked(options: Options): Partial<SpreadsheetDialect> {
	const separator = choice(options, 'separator', Object.keys(SEPARATORS) as 'comma'[]);
	const decimal = choice(options, 'decimal', Object.keys(DECIMALS) as 'comma'[]);
	const bom = choice(options, 'bom', ['yes', 'no'] as const);
	return {
		...(separator && { delimiter: SEPARATORS[separator] }),
		...(decimal && { decimal: DECIMALS[decimal] }),
		...(bom && { bom: bom === 'yes' })
	};
}
