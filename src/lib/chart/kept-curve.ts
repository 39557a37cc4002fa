import type { ChartConfiguration } from 'chart.js';
import { amountAxis, tooltip, WHOLE_DOT } from './axes.ts';
import { faded, type Tokens } from './tokens.ts';

export type KeptPoint = { after: number; atRisk: number; share: number; low: number; high: number };

type Options = {
	/** months on the axis, and the least share on it: the same for every curve of a set */
	longest: number;
	floor: number;
	/** the axes bear their numbers */
	ticks: boolean;
	format: (share: number) => string;
	/** on the axis, and in words */
	months: (months: number) => string;
	after: (months: number) => string;
	atRisk: (n: number) => string;
};

/** The share still there after so many months, with its interval as a band; in grey what all do. */
// eslint-disable-next-line max-lines-per-function -- one configuration of one chart, as its library takes it: read from top to bottom
export function keptCurve(
	points: readonly KeptPoint[],
	all: readonly KeptPoint[],
	{ longest, floor, ticks, format, months, after, atRisk }: Options,
	tokens: Tokens
): ChartConfiguration {
	const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0 } as const;
	const line = (of: readonly KeptPoint[], pick: 'share' | 'low' | 'high') =>
		of.map((point) => ({ x: point.after, y: point[pick] }));
	const last = points.length - 1;
	const step = longest > 12 ? 6 : longest > 4 ? 3 : 1;
	const x = amountAxis(tokens, {
		format: months,
		grid: false,
		min: 0,
		max: longest,
		inner: true,
		reference: NaN,
		ticks: Array.from({ length: Math.floor(longest / step) + 1 }, (_, i) => i * step)
	});
	const y = amountAxis(tokens, { format, min: floor, max: 1, reference: floor });

	return {
		type: 'line',
		data: {
			datasets: [
				{
					data: line(points, 'share'),
					borderColor: tokens.ink,
					borderWidth: 1.8,
					pointRadius: points.map((_, index) => (index === last ? 3 : 0)),
					pointBackgroundColor: tokens.ink,
					clip: WHOLE_DOT,
					order: 1
				},
				{ ...edge, data: line(points, 'low'), order: 3 },
				{
					...edge,
					data: line(points, 'high'),
					fill: 1,
					backgroundColor: faded(tokens.ink, 0.15),
					order: 4
				},
				{
					...edge,
					data: line(all, 'share'),
					borderColor: tokens.unclear,
					borderWidth: 1.2,
					order: 2
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			layout: { padding: { right: 6, top: 4 } },
			scales: {
				x: { ...x, type: 'linear', ticks: { ...x.ticks, display: ticks } },
				y: { ...y, beginAtZero: false, ticks: { ...y.ticks, maxTicksLimit: ticks ? 6 : 3 } }
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index }) => {
						const point = points[index];
						if (!point) return [];
						const { low, high } = point;
						return [
							`${after(point.after)} · ${format(point.share)}`,
							`${format(low)}–${format(high)}`,
							atRisk(point.atRisk)
						];
					}),
					filter: ({ datasetIndex }) => datasetIndex === 0
				}
			}
		}
	};
}
