import type { ChartConfiguration } from 'chart.js';
import { nameAxis, logAxis, tooltip, WHOLE_DOT } from './axes.ts';
import { lineColors, lineOfDataset, PER_LINE } from './line-of.ts';
import { liftTicks } from './lift-scale.ts';
import { cutBands } from './marks.ts';
import { faded, type Tokens } from './tokens.ts';
import type { TrendPoint } from './trend.ts';

export type TrendLine = { name: string; points: readonly TrendPoint[] };

type Options = {
	format: (value: number) => string;
	formatCount: (n: number) => string;
};

/** Lifts over time in one plot, each with its interval as a band; a line alone is in ink. */
export function liftLines(
	lines: readonly TrendLine[],
	options: Options,
	tokens: Tokens
): ChartConfiguration {
	const values = lines.flatMap(({ points }) =>
		points.flatMap(({ value, low, high }) =>
			value === null ? [] : [value, Math.max(low ?? value, 0.2), Math.min(high ?? value, 5)]
		)
	);
	const max = Math.max(2, ...values, ...values.map((value) => 1 / value));
	const colorOf = (at: number) =>
		lines.length === 1 ? tokens.ink : tokens[lineColors[at % lineColors.length]!];

	return {
		type: 'line',
		data: {
			labels: lines[0]?.points.map(({ label }) => label) ?? [],
			datasets: lines.flatMap((line, at) => datasetsOf(line, at, colorOf(at), lines.length === 1))
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			layout: { padding: { right: 8, top: 6 } },
			scales: {
				x: nameAxis(tokens, true),
				y: logAxis(tokens, {
					format: options.format,
					min: 1 / max,
					max,
					reference: 1,
					ticks: liftTicks(max).filter((tick) => tick >= 1 / max && tick <= max)
				})
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index, dataset }) =>
						said(lines[lineOfDataset(dataset)], index, options)
					),
					filter: ({ datasetIndex }) => datasetIndex % PER_LINE === 0
				}
			}
		},
		plugins: [
			cutBands(
				lines.map((_, at) => ({
					low: at * PER_LINE + 1,
					high: at * PER_LINE + 2,
					color: colorOf(at)
				}))
			)
		]
	};
}

const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0, spanGaps: true } as const;

/** A line, and the ends of its intervals, between which it is filled; of the line the last point is marked. */
function datasetsOf({ name, points }: TrendLine, at: number, color: string, isAlone: boolean) {
	return [
		{
			label: name,
			data: points.map(({ value }) => value),
			borderColor: color,
			borderWidth: 1.8,
			spanGaps: true,
			pointRadius: points.map((_, i) => (i === points.length - 1 ? 3.5 : 1.5)),
			pointBackgroundColor: color,
			clip: WHOLE_DOT,
			order: 1
		},
		{ ...edge, data: points.map(({ low }) => low), order: 2 },
		{
			...edge,
			data: points.map(({ high }) => high),
			fill: at * PER_LINE + 1,
			backgroundColor: faded(color, isAlone ? 0.15 : 0.08),
			order: 3
		}
	];
}

/** What a point that is pointed at says. */
function said(
	line: TrendLine | undefined,
	index: number,
	{ format, formatCount }: Options
): string[] {
	const point = line?.points[index];
	if (!line || !point || point.value === null) return [];
	const { low, high, value, n } = point;
	const interval = low === null || high === null ? '' : ` (${format(low)}–${format(high)})`;
	return [`${line.name} · ${format(value)}${interval}, ${formatCount(n)}`];
}
