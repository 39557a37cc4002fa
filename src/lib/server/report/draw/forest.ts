import { certainty, tone } from '#lib/findings/certainty.ts';
import type { LiftScale } from '#lib/chart/lift-scale.ts';
import { paperTokens as tokens } from '#lib/chart/tokens.ts';
import type { estimatesOf } from '#lib/chart/estimates.ts';

type Estimate = NonNullable<ReturnType<typeof estimatesOf>>[number];

type Plot = { scale: LiftScale; width: number; height: number };

/** One row of a forest as the pages draw it: its interval, its estimate, and the line that is usual. */
export function forestSvg(estimate: Estimate, { scale, width, height }: Plot): string {
	const x = (lift: number) => ((scale.at(lift) / 100) * width).toFixed(2);
	const middle = height / 2;
	const verdict = certainty(estimate);
	const color = tokens[tone(verdict)];
	const radius = Math.min(5, Math.max(2.8, Math.sqrt(estimate.n) * 1.15)) * 0.75;
	const line = (from: number, to: number, width: number, more = '') =>
		`<line x1="${x(from)}" x2="${x(to)}" y1="${middle}" y2="${middle}" stroke="${color}" stroke-width="${width}"${more}/>`;

	const grid = scale.ticks.map(
		(tick) =>
			`<line x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${height}" stroke="${tick === 1 ? tokens.ink : tokens.rule}" stroke-width="0.75"/>`
	);
	// at an end that the edge cuts: the interval goes on
	const head = (isLeft: boolean) =>
		`<path d="${isLeft ? `M0 ${middle}l4-3v6z` : `M${width} ${middle}l-4-3v6z`}" fill="${color}"/>`;
	const { lift, low, high, low50, high50 } = estimate;
	const marks =
		lift === null || low === null || high === null
			? [
					`<line x1="0" x2="${width}" y1="${middle}" y2="${middle}" stroke="${tokens.unclear}" stroke-width="1" stroke-dasharray="2 3"/>`
				]
			: [
					line(low, high, 1.1),
					...(low50 === null || high50 === null
						? []
						: [line(low50, high50, 3.6, ' stroke-opacity="0.38"')]),
					...(low < scale.min ? [head(true)] : []),
					...(high > scale.max ? [head(false)] : []),
					`<circle cx="${x(lift)}" cy="${middle}" r="${radius}" fill="${verdict.side ? color : tokens.paper}" stroke="${color}" stroke-width="1.2"/>`
				];
	return svgOf(width, height, [...grid, ...marks]);
}

/** The mark of how sure an estimate is: disc, half disc, ring, dashed ring. */
export function markSvg(verdict: ReturnType<typeof certainty>, size = 8): string {
	const color = verdict.side ? tokens[verdict.side] : tokens['ink-3'];
	const r = size / 2 - 0.8;
	const c = size / 2;
	const ring = (more: string) =>
		`<circle cx="${c}" cy="${c}" r="${r}" stroke="${color}" stroke-width="1.1" ${more}/>`;
	switch (verdict.certainty) {
		case 'clear':
			return svgOf(size, size, [ring(`fill="${color}"`)]);
		case 'leaning':
			return svgOf(size, size, [
				ring('fill="none"'),
				`<path d="M${c} ${c - r}A${r} ${r} 0 0 0 ${c} ${c + r}Z" fill="${color}"/>`
			]);
		case 'unclear':
			return svgOf(size, size, [ring('fill="none"')]);
		case 'few':
			return svgOf(size, size, [ring('fill="none" stroke-dasharray="1.4 1.4"')]);
	}
}

function svgOf(width: number, height: number, parts: string[]): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}
