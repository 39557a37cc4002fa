import { createFormats } from '#lib/messages/format.ts';
import { dialectOf, writeCsv } from './csv.ts';
import { chartPng, chartSvg } from './draw/chart.ts';
import { reportFacts, figuresOf } from './facts.ts';
import type { FileOptions, ReportFile } from './files.ts';
import type { Snapshot } from './snapshot.ts';

const types = { csv: 'text/csv; charset=utf-8', svg: 'image/svg+xml', png: 'image/png' } as const;

/** How a file of its own begins: not all programs take it for UTF-8 without. */
const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

/** One figure of a report as a file. @returns null where it has none of that name, or not as that */
export function figureFile(
	snapshot: Snapshot,
	id: string,
	format: string,
	{ dialect }: FileOptions
): ReportFile | null {
	const figure = figuresOf(snapshot).find((one) => one.id === id);
	if (!figure || !(format === 'csv' || format === 'svg' || format === 'png')) return null;
	if (format !== 'csv' && !figure.chart) return null;

	const formats = createFormats(snapshot.locale, snapshot.publication.zone);
	const content = {
		csv: () =>
			writeCsv(
				[{ name: figure.title, table: figure.table }],
				reportFacts(snapshot, { figures: [figure], keyFigures: [] }),
				dialectOf(snapshot.locale, dialect)
			),
		svg: () => XML + chartSvg(figure.chart!, formats),
		png: () => chartPng(figure.chart!, formats)
	};
	return {
		name: `${snapshot.publication.slug}-${snapshot.kind}-${snapshot.seal}-${id}.${format}`,
		type: types[format],
		content: content[format]()
	};
}
