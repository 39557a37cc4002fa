import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { MOST_CHARTS } from '#lib/chart/asked.ts';
import { chartSpec, type ChartSpec } from '#lib/chart/spec.ts';
import { isZone } from '#lib/csv/instants/zones.ts';
import { locales } from '#lib/locales.ts';
import { createFormats } from '#lib/messages/format.ts';
import { chartSvg } from './chart.ts';

/** What no figure comes near: what Chart.js makes of numbers far beyond takes forever, or all memory. */
const MOST = 1e13;
const LEAST = 1e-9;
/** Of a curve, in months: each has a mark on its axis. */
const MOST_MONTHS = 1200;

/** Whether all numbers of a chart are such as figures have. */
function isDrawable(value: unknown, key = ''): boolean {
	if (typeof value === 'number') {
		const most = key === 'after' || key === 'longest' ? MOST_MONTHS : MOST;
		return value === 0 || (Math.abs(value) <= most && Math.abs(value) >= LEAST);
	}
	if (typeof value !== 'object' || value === null) return true;
	return Object.entries(value).every(([name, part]) => isDrawable(part, name));
}

const pixels = v.pipe(v.number(), v.integer(), v.minValue(40), v.maxValue(4000));
const asked = v.pipe(
	v.array(
		v.object({
			locale: v.picklist(locales),
			zone: v.pipe(v.string(), v.check(isZone)),
			spec: v.pipe(
				chartSpec,
				v.check((spec: ChartSpec) => isDrawable(spec))
			),
			width: pixels,
			height: pixels
		})
	),
	v.maxLength(MOST_CHARTS)
);

/**
 * The charts of a page as SVG to put into it, in the order in which it asks for them.
 *
 * @param body what the page sent
 * @returns null where that is no list of charts
 */
export function pagePictures(body: unknown): string[] | null {
	const { success, output } = v.safeParse(asked, body);
	if (!success) return null;
	return output.map(({ locale, zone, spec, ...size }) =>
		chartSvg(spec, createFormats(locale, zone), { ...size, page: nameOf({ spec, ...size }) })
	);
}

/** A name that no other picture of a page has, unless it is the same. */
function nameOf(picture: object): string {
	return `c${createHash('sha256').update(JSON.stringify(picture)).digest('hex').slice(0, 8)}`;
}
