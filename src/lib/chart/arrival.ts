import type { ChartConfiguration } from 'chart.js';
import { amountAxis, tooltip, WHOLE_DOT } from './axes.ts';
import { labels } from './labels.ts';
import { captions, region } from './overlays.ts';
import { faded, type Tokens } from './tokens.ts';

/** Hours since sending, and the clickers until then. */
export type Arrived = { at: number; clickers: number };
export type UsualArrival = { at: number; low: number; mid: number; high: number };

type Words = {
	/** beside the end of the line */
	issue: string;
	usual: string;
	toCome: string;
	hours: (hours: number) => string;
};

/** How long an issue collects before we call it closed, in hours. */
const CLOSED = 72;

/** Clickers collected since sending, against the range that is usual; what is to come stays blank. */
// eslint-disable-next-line max-lines-per-function -- one configuration of one chart, as its library takes it: read from top to bottom
export function arrival(
	arrived: readonly Arrived[],
	usual: readonly UsualArrival[],
	format: (clickers: number) => string,
	words: Words,
	tokens: Tokens
): ChartConfiguration {
	const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0 } as const;
	const last = arrived.at(-1);
	const open = last !== undefined && last.at < CLOSED;
	const middle = usual[Math.floor(usual.length / 2)];

	return {
		type: 'line',
		data: {
			datasets: [
				{
					data: arrived.map(({ at, clickers }) => ({ x: at, y: clickers })),
					borderColor: tokens.ink,
					borderWidth: 1.8,
					pointRadius: arrived.map((_, index) => (index === arrived.length - 1 ? 3 : 0)),
					pointBackgroundColor: tokens.ink,
					clip: WHOLE_DOT,
					order: 1
				},
				{ ...edge, data: usual.map(({ at, low }) => ({ x: at, y: low })), order: 3 },
				{
					...edge,
					data: usual.map(({ at, high }) => ({ x: at, y: high })),
					fill: 1,
					backgroundColor: tokens.band,
					order: 4
				},
				{
					...edge,
					data: usual.map(({ at, mid }) => ({ x: at, y: mid })),
					borderColor: tokens['ink-3'],
					borderWidth: 1,
					order: 2
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			layout: { padding: { top: 14, right: 10 } },
			scales: {
				x: amountAxis(tokens, {
					format: words.hours,
					grid: false,
					min: 0,
					max: CLOSED,
					ticks: [0, 24, 48, 72],
					inner: true,
					reference: Number.NaN
				}),
				y: amountAxis(tokens, { format })
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index }) => {
						const point = arrived[index];
						return point ? [words.hours(Math.round(point.at)), format(point.clickers)] : [];
					}),
					filter: ({ datasetIndex }) => datasetIndex === 0
				}
			}
		},
		plugins: [
			...(open
				? [
						region({
							from: last.at,
							to: CLOSED,
							fill: faded(tokens['rule-strong'], 0.14),
							text: words.toCome,
							color: tokens['ink-3']
						})
					]
				: []),
			captions(
				middle
					? [{ x: middle.at, y: middle.low, dy: 14, text: words.usual, color: tokens['ink-3'] }]
					: []
			),
			labels(
				last
					? [
							{
								index: arrived.length - 1,
								text: words.issue,
								color: tokens.ink,
								bold: true,
								sides: ['above']
							}
						]
					: [],
				tokens
			)
		]
	};
}
