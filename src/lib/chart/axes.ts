import type { ScaleOptionsByType } from 'chart.js';
import type { Tokens } from './tokens.ts';
import { decimalsIn } from './ticks.ts';
import type { Formatter } from '#lib/messages/format.ts';

type Axis = {
	format: Formatter;
	/** grid lines go in one direction only */
	grid?: boolean;
	min?: number;
	max?: number;
	/** at least so far: a round number beyond it ends the axis */
	reach?: number;
	/** exactly these, in place of those that Chart.js would choose */
	ticks?: readonly number[];
	/** drawn in ink: 0 for amounts, 1 for lift */
	reference?: number;
	/** the first and the last label stay inside */
	inner?: boolean;
};

/** Pixels of a bar at most: one alone would fill its figure. */
export const WIDEST_BAR = 44;

/** A number, and the unit that stands after it. */
const UNIT = /^(.*\d)\D+$/;

/** Pixels beyond the axes that a line is drawn to: the dot at its end is whole where an axis ends with it. */
export const WHOLE_DOT = 4;

type Scale = { value: number };

function common(
	tokens: Tokens,
	{ format, grid = true, min, max, reach, ticks, reference, inner }: Axis
) {
	return {
		min,
		max,
		suggestedMax: reach,
		border: { display: false },
		grid: {
			display: grid || reference !== undefined,
			drawTicks: false,
			color: ({ tick }: { tick?: Scale }) => {
				if (tick?.value === reference) return tokens.ink;
				return grid ? tokens.rule : 'transparent';
			}
		},
		ticks: {
			color: ({ tick }: { tick?: Scale }) =>
				tick?.value === reference && reference === 1 ? tokens.ink : tokens['ink-3'],
			padding: 6,
			align: inner ? 'inner' : 'center',
			maxTicksLimit: 6,
			maxRotation: 0,
			// no nearer to each other than their numbers are written
			precision: decimalsIn(format),
			// the unit once, on the last tick, and no decimals that say nothing
			callback(value: number | string, index: number, ticks: Scale[]) {
				const said = format(Number(value)).replace(/[.,]0(?=\s?%)/, '');
				return index === ticks.length - 1 ? said : said.replace(UNIT, '$1');
			}
		},
		...(ticks && {
			afterBuildTicks(axis: { ticks: Scale[] }) {
				axis.ticks = ticks.map((value) => ({ value }));
			}
		})
	};
}

/** An axis of amounts, from zero unless told otherwise. */
export function amountAxis(tokens: Tokens, axis: Axis): Partial<ScaleOptionsByType<'linear'>> {
	return {
		type: 'linear',
		beginAtZero: true,
		...common(tokens, { reference: 0, ...axis })
	} as unknown as Partial<ScaleOptionsByType<'linear'>>;
}

/** A logarithmic axis: of lifts around 1, or of shares. */
export function logAxis(tokens: Tokens, axis: Axis): Partial<ScaleOptionsByType<'logarithmic'>> {
	return {
		type: 'logarithmic',
		...common(tokens, axis)
	} as unknown as Partial<ScaleOptionsByType<'logarithmic'>>;
}

/** An axis of names. */
export function nameAxis(tokens: Tokens, show = true): Partial<ScaleOptionsByType<'category'>> {
	return {
		type: 'category',
		border: { display: false },
		grid: { display: false },
		ticks: {
			display: show,
			color: tokens['ink-3'],
			padding: 4,
			maxRotation: 0,
			autoSkipPadding: 12
		}
	} as unknown as Partial<ScaleOptionsByType<'category'>>;
}

type Pointed = { datasetIndex: number; dataIndex: number };

/** A tooltip that says for each point what the builder tells it to: its title, then lines. */
export function tooltip(
	tokens: Tokens,
	lines: (point: { dataset: number; index: number }) => string[]
) {
	return {
		backgroundColor: tokens.paper,
		borderColor: tokens.ink,
		borderWidth: 1,
		cornerRadius: 3,
		caretSize: 0,
		padding: 10,
		displayColors: false,
		titleColor: tokens.ink,
		titleFont: { weight: 600 as const, size: 13 },
		bodyColor: tokens['ink-2'],
		bodyFont: { size: 13 },
		callbacks: {
			title: ([first]: Pointed[]) =>
				first ? (lines({ dataset: first.datasetIndex, index: first.dataIndex })[0] ?? '') : '',
			label: ({ datasetIndex, dataIndex }: Pointed) =>
				lines({ dataset: datasetIndex, index: dataIndex }).slice(1)
		}
	};
}
