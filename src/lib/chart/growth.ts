import type { ChartConfiguration } from 'chart.js';
import { amountAxis, nameAxis, tooltip, WIDEST_BAR } from './axes.ts';
import { hatches } from './marks.ts';
import type { Tokens } from './tokens.ts';

export type GrowthMonth = {
	label: string;
	/** null where no signup is known */
	joined: number | null;
	/** null where those who left are not known */
	left: number | null;
	net: number | null;
	running: boolean;
};

type Words = {
	format: (n: number) => string;
	joined: (n: number) => string;
	left: (n: number) => string;
	net: (n: number) => string;
	running: string;
};

/** Who joined above the line, who left below it, month by month; the running month is hatched. */
export function growth(
	months: readonly GrowthMonth[],
	words: Words,
	tokens: Tokens
): ChartConfiguration {
	const bar = {
		categoryPercentage: 0.86,
		barPercentage: 1,
		maxBarThickness: WIDEST_BAR,
		stack: 'month'
	} as const;
	return {
		type: 'bar',
		data: {
			labels: months.map(({ label }) => label),
			datasets: [
				{ ...bar, data: months.map(({ joined }) => joined), backgroundColor: tokens['ink-2'] },
				{
					...bar,
					data: months.map(({ left }) => (left === null ? null : -left)),
					backgroundColor: tokens.unclear
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			scales: {
				x: { ...nameAxis(tokens), stacked: true },
				y: { ...amountAxis(tokens, { format: (n) => words.format(Math.abs(n)) }), stacked: true }
			},
			plugins: {
				tooltip: {
					...tooltip(tokens, ({ index }) => {
						const month = months[index];
						if (!month) return [];
						const { label, joined, left, net, running } = month;
						return [
							running ? `${label} (${words.running})` : label,
							...(joined === null ? [] : [words.joined(joined)]),
							...(left === null ? [] : [words.left(left)]),
							...(net === null ? [] : [words.net(net)])
						];
					}),
					filter: ({ datasetIndex }) => datasetIndex === 0
				}
			}
		},
		plugins: [
			hatches(
				months.flatMap(({ running }, index) => (running ? [index] : [])),
				tokens
			)
		]
	};
}
