import { dialectOf, writeCsv } from './csv.ts';
import { factsOf, figuresOf } from './facts.ts';
import type { FileOptions, ReportFile } from './files.ts';
import type { Snapshot } from './snapshot.ts';

/** One figure of a report as a file. @returns null where it has none of that name, or not as that */
export async function figureFile(
	snapshot: Snapshot,
	id: string,
	format: string,
	{ dialect }: FileOptions
): Promise<ReportFile | null> {
	const figure = figuresOf(snapshot).find((one) => one.id === id);
	if (!figure || format !== 'csv') return null;
	return {
		name: `${snapshot.publication.slug}-${snapshot.kind}-${snapshot.seal}-${id}.csv`,
		type: 'text/csv; charset=utf-8',
		content: writeCsv(
			[{ name: figure.title, table: figure.table }],
			factsOf(snapshot),
			dialectOf(snapshot.locale, dialect)
		)
	};
}
