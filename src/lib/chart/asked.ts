import type { Formats } from '../messages/format.ts';
import type { ChartSpec } from './spec.ts';

/** A chart as a page asks the server for it: in the words of a language, as large as its place in CSS pixels. */
export type ChartAsked = Pick<Formats, 'locale' | 'zone'> & {
	spec: ChartSpec;
	width: number;
	height: number;
};

/** How many charts are asked for at once, and how many characters they are: more is drawn by the page. */
export const MOST_CHARTS = 40;
export const MOST_ASKED = 60_000;
