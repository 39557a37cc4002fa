import type { ChartConfiguration } from 'chart.js';
import { amountAxis, nameAxis, tooltip } from './axes.ts';
import { labels } from './labels.ts';
import { whiskers } from './marks.ts';
import { reachOf } from './ticks.ts';
import { faded, type Tokens } from './tokens.ts';

export type Position = {
	/** order in the whole issue, from 1 */
	position: number;
	rate: number;
	low: number | null;
	high: number | null;
	n: number;
};

type Words = { position: (position: number) => string; n: (n: number) => string };

/** What each position usually gets, with how sure that is; the first position stands for itself. */
// eslint-disable-next-line max-lines-per-function -- one configuration of one chart, as its library takes it: read from top to bottom
export function positionCurveChart(
	positions: readonly Position[],
	format: (rate: number) => string,
	words: Words,
	tokens: Tokens
): ChartConfiguration {
	const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0 } as const;
	const [first] = positions;

	return {
		type: 'line',
		data: {
			labels: positions.map(({ position }) => String(position)),
			datasets: [
				{
					data: positions.map(({ rate }) => rate),
					borderColor: tokens.ink,
					borderWidth: 1.8,
					pointRadius: 2.8,
					pointBackgroundColor: tokens.ink,
					order: 1,
					// the lead has its own level: no line leads from it
					segment: {
						borderColor: ({ p0DataIndex }) => (p0DataIndex === 0 ? 'transparent' : undefined)
					}
				},
				{ ...edge, data: positions.map(({ low }, index) => (index === 0 ? null : low)), order: 2 },
				{
					...edge,
					data: positions.map(({ high }, index) => (index === 0 ? null : high)),
					fill: 1,
					backgroundColor: faded(tokens['ink-3'], 0.15),
					order: 3
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			layout: { padding: { top: 14, right: 6 } },
			scales: {
				x: { ...nameAxis(tokens), offset: true },
				// the lead's whisker, which no line draws, belongs within
				y: amountAxis(tokens, {
					format,
					reach: 1.08 * reachOf(positions.map(({ rate, high }) => ({ value: rate, high })))
				})
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index }) => {
						const position = positions[index];
						if (!position) return [];
						const { low, high } = position;
						const interval =
							low === null || high === null ? '' : ` (${format(low)}–${format(high)})`;
						return [
							words.position(position.position),
							`${format(position.rate)}${interval}`,
							words.n(position.n)
						];
					}),
					filter: ({ datasetIndex }) => datasetIndex === 0
				}
			}
		},
		plugins: [
			whiskers(
				positions.flatMap(({ low, high }, index) =>
					low === null || high === null ? [] : [{ index, low, high, color: tokens['ink-3'] }]
				)
			),
			labels(
				first
					? [
							{
								index: 0,
								text: format(first.rate),
								color: tokens.ink,
								bold: true,
								low: first.low,
								high: first.high
							}
						]
					: [],
				tokens
			)
		]
	};
}
