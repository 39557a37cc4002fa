import type { ChartConfiguration } from 'chart.js';
import { amountAxis, nameAxis, logAxis, tooltip, WHOLE_DOT } from './axes.ts';
import { cutBands } from './marks.ts';
import { faded, type Tokens } from './tokens.ts';

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
	format: (value: number) => string;
	formatCount: (n: number) => string;
};

/** One line over time with its interval as a band: one of a set of small multiples. */
// eslint-disable-next-line max-lines-per-function -- one configuration of one chart, as its library takes it: read from top to bottom
export function trend(
	points: readonly TrendPoint[],
	{ of, max, tone, ticks, open, format, formatCount }: Options,
	tokens: Tokens
): ChartConfiguration {
	const color = tone === 'unclear' ? tokens['ink-2'] : tokens[tone];
	const last = points.length - 1;
	const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0, spanGaps: true } as const;

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
					clip: WHOLE_DOT,
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
				x: nameAxis(tokens, false),
				y:
					of === 'lift'
						? small(
								logAxis(tokens, { format, min: 1 / max, max, reference: 1, ticks: [0.5, 1, 2] }),
								ticks,
								tokens
							)
						: small(amountAxis(tokens, { format, reach: max }), ticks, tokens)
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index }) => {
						const point = points[index];
						if (!point || point.value === null) return [];
						const { low, high } = point;
						const interval =
							low === null || high === null ? [] : [`${format(low)}–${format(high)}`];
						return [`${point.label} · ${format(point.value)}`, ...interval, formatCount(point.n)];
					}),
					filter: ({ datasetIndex }) => datasetIndex === 0
				}
			}
		},
		plugins: [cutBands([{ low: 1, high: 2, color }])]
	};
}

/** Tick labels stand inside the plot, so that all plots of a set are equally wide. */
function small<Axis extends { ticks?: object }>(axis: Axis, show: boolean, tokens: Tokens): Axis {
	return {
		...axis,
		ticks: {
			...axis.ticks,
			display: show,
			mirror: true,
			maxTicksLimit: 4,
			padding: 0,
			showLabelBackdrop: true,
			backdropColor: tokens.paper,
			backdropPadding: { x: 2, y: 0 },
			z: 1
		}
	};
}
