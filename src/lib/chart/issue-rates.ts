import type { ChartConfiguration } from 'chart.js';
import { amountAxis, nameAxis, tooltip, WIDEST_BAR } from './axes.ts';
import { hatches, whiskers } from './marks.ts';
import { leastIn, reachOf } from './ticks.ts';
import { faded, type Tokens } from './tokens.ts';

export type IssueBar = {
	/** under the bar */
	label: string;
	title: string;
	value: number | null;
	low: number | null;
	high: number | null;
	/** still collecting clicks: hatched */
	open: boolean;
	/** what the tooltip adds */
	note: string;
};

/** Issues side by side, oldest first; an open one is hatched, never dropped or projected. */
export function issueRates(
	bars: readonly IssueBar[],
	format: (value: number) => string,
	tokens: Tokens
): ChartConfiguration {
	const open = bars.flatMap((bar, index) => (bar.open ? [index] : []));

	return {
		type: 'bar',
		data: {
			labels: bars.map(({ label }) => label),
			datasets: [
				{
					data: bars.map(({ value }) => value),
					backgroundColor: faded(tokens['ink-3'], 0.6),
					categoryPercentage: 0.9,
					barPercentage: 0.85,
					maxBarThickness: WIDEST_BAR
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			layout: { padding: { top: 6 } },
			scales: {
				x: nameAxis(tokens),
				y: {
					...amountAxis(tokens, { format, reach: reachOf(bars) }),
					afterBuildTicks: fill(bars, leastIn(format))
				}
			},
			plugins: {
				tooltip: tooltip(tokens, ({ index }) => {
					const bar = bars[index];
					if (!bar || bar.value === null) return [];
					const { low, high } = bar;
					const interval = low === null || high === null ? '' : ` (${format(low)}–${format(high)})`;
					return [bar.title, `${format(bar.value)}${interval}`, bar.note];
				})
			}
		},
		plugins: [
			hatches(open, tokens),
			whiskers(
				bars.flatMap(({ low, high }, index) =>
					low === null || high === null ? [] : [{ index, low, high, color: tokens.ink }]
				),
				true
			)
		]
	};
}

/** A chart no higher than that, in px, has room for two ticks. */
const LOW = 110;
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

type Ticked = { max: number; ticks: { value: number }[]; chart: { height: number } };

/**
 * A low chart ends at a round number right above its highest bar: two ticks of Chart.js leave most of it empty.
 *
 * @param least what its numbers are written to
 */
function fill(bars: readonly IssueBar[], least: number) {
	const highest = Math.max(reachOf(bars), least);
	const unit = 10 ** Math.floor(Math.log10(highest));
	const round = unit * ROUND.find((one) => one * unit >= highest * (1 - 1e-9))!;
	const top = Math.ceil(round / least - 1e-9) * least;
	return (axis: Ticked) => {
		if (axis.chart.height > LOW) return;
		axis.max = top;
		axis.ticks = [0, top].map((value) => ({ value }));
	};
}
