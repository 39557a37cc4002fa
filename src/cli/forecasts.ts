import { issueLabel } from '#lib/issue-label.ts';
import { words } from '#lib/messages/words.ts';
import { scoreWords } from '#lib/messages/forecast-words.ts';
import { forecastFigures, type ForecastLine } from '#lib/server/forecast/forecasts.ts';
import { lookBackFigures } from '#lib/server/forecast/look-back.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { table } from './answer.ts';
import type { Command } from './command.ts';
import { numberWords } from './figures.ts';
import { textOption } from './options.ts';

/** The forecasts that were made, and how they compare with what came. */
export const forecasts: Command = {
	name: 'forecasts',
	args: '',
	needs: 0,
	takes: 0,
	options: { publication: { type: 'string', value: 'NAME' } },

	async run(call) {
		const db = await call.db();
		const publication = await publicationMeant(db, textOption(call.options, 'publication'));
		const { forecasts: lines, record } = await forecastFigures(db, publication);
		const lookBack = call.options.json === true ? null : await lookBackFigures(db, publication);
		const { head, number, formats, whole } = numberWords(call, publication.zone);

		return {
			json: lines,
			lines: [
				...table<ForecastLine>(
					[
						{ head: head('made'), cell: ({ madeAt }) => formats.day(madeAt) },
						{ head: head('issue'), cell: issueLabel },
						{ head: head('delivered'), cell: (row) => number(row.delivered), right: true },
						{ head: head('expected'), cell: ({ total }) => whole(total.expected), right: true },
						{
							head: head('interval90'),
							cell: ({ total: { low, high } }) =>
								low === null || high === null ? '–' : formats.interval(low, high, formats.number),
							right: true
						},
						{ head: head('clickers'), cell: ({ total }) => number(total.clickers), right: true }
					],
					lines
				),
				'',
				record.totals && record.items
					? scoreWords('kept', record, call.locale)
					: words('forecast.noRecord', {}, call.locale),
				...(lookBack?.items ? [scoreWords('lookBack', lookBack, call.locale)] : [])
			]
		};
	}
};
