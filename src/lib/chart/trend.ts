import type { ChartConfiguration } from 'chart.js';
import { amounts, names, ratios, tooltip } from './axes.ts';
import { faded } from './tokens.ts';
import type { Tokens } from './tokens.ts';

export type TrendPoint = {
	label: string;
	value: number | null;
	low: number | null;
	high: number | null;
	n: number;
};

type Options = {
	of: 'rate' | 'lift';
	/** the same for every small multiple of a set; 1/max .. max for lift */
	max: number;
	tone: 'above' | 'below' | 'unclear';
	/** tick labels on the first column only */
	ticks: boolean;
	/** the last period is not finished */
	open: boolean;
	say: (value: number) => string;
	sayN: (n: number) => string;
};

/** One line over time with its interval as a band: one of a set of small multiples. */
export function trend(
	points: readonly TrendPoint[],
	{ of, max, tone, ticks, open, say, sayN }: Options,
	tokens: Tokens
): ChartConfiguration {
	const color = tone === 'unclear' ? tokens['ink-2'] : tokens[tone];
	const last = points.length - 1;
	const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0, spanGaps: true } as const;
	const axis = { say, grid: true, max };

	return {
		type: 'line',
		data: {
			labels: points.map(({ label }) => label),
			datasets: [
				{
					data: points.map(({ value }) => value),
					borderColor: color,
					borderWidth: 1.8,
					spanGaps: true,
					segment: {
						borderDash: ({ p1DataIndex }) => (open && p1DataIndex === last ? [2, 2] : undefined)
					},
					// a lone point between gaps would not be seen otherwise
					pointRadius: points.map((_, index) => (index === last ? 3 : 1.2)),
					pointBackgroundColor: points.map((_, index) =>
						open && index === last ? tokens.paper : color
					),
					pointBorderColor: color,
					order: 1
				},
				{ ...edge, data: points.map(({ low }) => low), order: 2 },
				{
					...edge,
					data: points.map(({ high }) => high),
					fill: 1,
					backgroundColor: faded(color, 0.15),
					order: 3
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			layout: { padding: { right: 4, top: 2 } },
			scales: {
				x: names(tokens, false),
				y:
					of === 'lift'
						? {
								...ratios(tokens, { ...axis, min: 1 / max, reference: 1, ticks: [0.5, 1, 2] }),
								...(ticks ? {} : { ticks: { display: false } })
							}
						: {
								...amounts(tokens, axis),
								...(ticks ? {} : { ticks: { display: false, maxTicksLimit: 4 } })
							}
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index }) => {
						const point = points[index];
						if (!point || point.value === null) return [];
						const { low, high } = point;
						const interval = low === null || high === null ? [] : [`${say(low)}–${say(high)}`];
						return [`${point.label}: ${say(point.value)}`, ...interval, sayN(point.n)];
					}),
					filter: ({ datasetIndex }) => datasetIndex === 0
				}
			}
		}
	};
}
