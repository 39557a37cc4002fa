type Point = { value: number | null };

/** A line of a few pixels, in a box of 100 × 100: the view stretches it. */
export type Sparkline = {
	path: string;
	/** the last segment, drawn dashed where the last issue is still open */
	tail: string;
	/** from its 10th to its 90th percentile: the range that is usual */
	band: { top: number; bottom: number };
	end: { x: number; y: number };
};

/** Where a share of sorted values lies, by linear interpolation (type 7 of R). */
function percentile(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)] ?? 0;
	const above = sorted[Math.ceil(place)] ?? below;
	return below + (above - below) * (place - Math.floor(place));
}

/** Lays out a sparkline; `null` where fewer than two values are known. */
export function sparkline(points: readonly Point[]): Sparkline | null {
	const known = points.map(({ value }) => value).filter((value) => value !== null);
	if (known.length < 2) return null;

	const sorted = [...known].sort((a, b) => a - b);
	const low = sorted[0] ?? 0;
	const high = sorted.at(-1) ?? 0;
	const y = (value: number) => (high === low ? 50 : 94 - ((value - low) / (high - low)) * 88);
	const places = known.map((value, index) => ({
		x: (index / (known.length - 1)) * 100,
		y: y(value)
	}));

	const line = (some: typeof places) =>
		some.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

	return {
		path: line(places.slice(0, -1)),
		tail: line(places.slice(-2)),
		band: { top: y(percentile(sorted, 0.9)), bottom: y(percentile(sorted, 0.1)) },
		end: places.at(-1) ?? { x: 100, y: 50 }
	};
}
