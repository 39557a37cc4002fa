import type { ChartConfiguration } from 'chart.js';
import { amountAxis, tooltip } from './axes.ts';
import { besideEnds, endLabels } from './labels.ts';
import { whiskers } from './marks.ts';
import { leastIn, reachOf } from './ticks.ts';
import type { Tokens } from './tokens.ts';

/** What one active reader of a channel had cost, by days since joining. */
export type CostLine = {
	name: string;
	tone: 'above' | 'below' | 'unclear';
	points: {
		day: number;
		cost: number | null;
		/** ends of the 90 % interval */
		low: number | null;
		high: number | null;
		n: number;
		of: number;
	}[];
};

type Words = {
	/** an amount on the axis */
	axis: (cost: number) => string;
	day: (day: number) => string;
	/** how many had clicked, of how many who could */
	of: (n: number, of: number) => string;
};

/** An axis that reaches less far, in whole units of its currency, bears cents. */
const CENTS = 4;

/** A line a channel: the older its readers, the more of them have clicked, and the less each has cost. */
// eslint-disable-next-line max-lines-per-function -- one configuration of one chart, as its library takes it: read from top to bottom
export function costByAge(
	lines: readonly CostLine[],
	format: (cost: number) => string,
	words: Words,
	tokens: Tokens
): ChartConfiguration {
	const days = [...new Set(lines.flatMap(({ points }) => points.map(({ day }) => day)))];
	const color = ({ tone }: CostLine) => (tone === 'unclear' ? tokens['ink-2'] : tokens[tone]);
	const reach = reachOf(
		lines.flatMap(({ points }) => points.map(({ cost, high }) => ({ value: cost, high })))
	);
	const names = lines.map((line, dataset) => ({
		dataset,
		index: line.points.findLastIndex(({ cost }) => cost !== null),
		text: line.name,
		color: color(line),
		bold: line.tone !== 'unclear'
	}));

	return {
		type: 'line',
		data: {
			datasets: lines.map((line) => ({
				data: line.points.map(({ day, cost }) => ({ x: day, y: cost as number })),
				borderColor: color(line),
				backgroundColor: color(line),
				borderWidth: 1.8,
				pointRadius: 3
			}))
		},
		options: {
			// a point is found without being hit
			interaction: { mode: 'nearest', intersect: false },
			layout: { padding: ({ chart }) => ({ top: 10, right: besideEnds(chart, names) }) },
			scales: {
				x: amountAxis(tokens, {
					format: words.day,
					grid: false,
					min: 0,
					ticks: days.sort((a, b) => a - b),
					reference: Number.NaN
				}),
				// what costs little is told apart by its cents
				y: amountAxis(tokens, {
					format: reach < CENTS * leastIn(words.axis) ? format : words.axis,
					reach
				})
			},
			plugins: {
				tooltip: tooltip(tokens, ({ dataset, index }) => {
					const point = lines[dataset]?.points[index];
					if (!point || point.cost === null) return [];
					return [
						`${lines[dataset]!.name}, ${words.day(point.day)} · ${format(point.cost)}`,
						words.of(point.n, point.of)
					];
				})
			}
		},
		plugins: [
			whiskers(
				lines.flatMap((line, dataset) =>
					line.points.flatMap(({ low, high }, index) =>
						low === null || high === null ? [] : [{ dataset, index, low, high, color: color(line) }]
					)
				)
			),
			endLabels(names, tokens)
		]
	};
}
