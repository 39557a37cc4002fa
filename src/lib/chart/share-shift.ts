import type { ChartConfiguration } from 'chart.js';
import { amountAxis, nameAxis, tooltip } from './axes.ts';
import { labels } from './labels.ts';
import type { ShareShift } from './most-shifted.ts';
import type { Tokens } from './tokens.ts';
import { fittedLines } from './written.ts';

type Words = { items: string; clicks: string };

/**
 * How wide the axis is at least, so that small differences do not look large: in shares, and as a part of
 * the largest.
 */
const NARROWEST = 0.02;
const NARROWEST_PART = 0.25;

/** Left free on both sides of what lies furthest, as a part of what lies between. */
const MARGIN = 0.2;

/** Where a number stands that has no room beside its dot, rather than on the bar. */
const OFF_BAR = ['above', 'below'] as const;

/** How much of a chart its names may take. */
const NAMES = 0.36;

/** What the axis reaches from and to: around all shares, and never below none or above all. */
function spanOf(rows: readonly ShareShift[]) {
	const shares = rows.flatMap(({ items, clicks }) => [items, clicks]);
	const [low, high] = [Math.min(...shares, 1), Math.max(...shares, 0)];
	const least = Math.max(NARROWEST, high * NARROWEST_PART);
	const wide = Math.max((high - low) * (1 + 2 * MARGIN), least);
	const from = Math.max(0, Math.min(1 - wide, (low + high - wide) / 2));
	return { suggestedMin: from, suggestedMax: Math.min(1, from + wide) };
}

/** From a topic's share of the items to its share of the clicks: what to write more and less of. */
// eslint-disable-next-line max-lines-per-function -- one configuration of one chart, as its library takes it: read from top to bottom
export function shareShift(
	rows: readonly ShareShift[],
	format: (share: number) => string,
	words: Words,
	tokens: Tokens
): ChartConfiguration {
	const color = (row: ShareShift) => tokens[row.tone];
	const formatBare = (share: number) => format(share).replace(/\s?%$/, '');

	return {
		type: 'bar',
		data: {
			labels: rows.map(({ name }) => name),
			datasets: [
				{
					type: 'bar',
					data: rows.map(({ items, clicks }) => [items, clicks] as [number, number]),
					backgroundColor: rows.map(color),
					barThickness: 3,
					order: 3
				},
				{
					type: 'line',
					data: rows.map(({ items }) => items),
					showLine: false,
					pointRadius: 4,
					pointBackgroundColor: tokens.paper,
					pointBorderColor: tokens['ink-2'],
					pointBorderWidth: 1.5,
					order: 2
				},
				{
					type: 'line',
					data: rows.map(({ clicks }) => clicks),
					showLine: false,
					pointRadius: 4.5,
					pointBackgroundColor: rows.map(color),
					pointBorderColor: rows.map(color),
					order: 1
				}
			]
		},
		options: {
			indexAxis: 'y',
			interaction: { mode: 'index', axis: 'y', intersect: false },
			layout: { padding: { right: 34, top: 4 } },
			scales: {
				x: {
					...amountAxis(tokens, { format, reference: Number.NaN }),
					beginAtZero: false,
					...spanOf(rows)
				},
				y: {
					...nameAxis(tokens),
					ticks: {
						color: tokens.ink,
						// two lines of a name stand closer than to those of the next row
						font: { weight: 600, lineHeight: 1.05 },
						autoSkip: false,
						crossAlign: 'far',
						callback(place) {
							const { ctx, width } = this.chart;
							const name = rows[Number(place)]?.name ?? '';
							return fittedLines(ctx, name, { room: width * NAMES, bold: true });
						}
					}
				}
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index }) => {
						const row = rows[index];
						if (!row) return [];
						return [
							row.name,
							`${words.items} ${format(row.items)}`,
							`${words.clicks} ${format(row.clicks)}`
						];
					}),
					filter: ({ datasetIndex }) => datasetIndex === 1
				}
			}
		},
		plugins: [
			labels(
				rows.flatMap((row, index) => {
					const grows = row.clicks >= row.items;
					return [
						{
							dataset: 1,
							index,
							text: formatBare(row.items),
							color: tokens['ink-3'],
							sides: [grows ? ('left' as const) : ('right' as const), ...OFF_BAR]
						},
						{
							dataset: 2,
							index,
							text: formatBare(row.clicks),
							color: row.tone === 'unclear' ? tokens['ink-2'] : color(row),
							bold: true,
							sides: [grows ? ('right' as const) : ('left' as const), ...OFF_BAR]
						}
					];
				}),
				tokens
			)
		]
	};
}
