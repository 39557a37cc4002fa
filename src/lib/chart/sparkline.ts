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

/** So many points at most can be told apart in a box of a few pixels: more of them would fill it. */
const MOST = 48;

/** Values over time, no more than can be told apart: each stands for a run of them, the last for itself. */
function thinned(values: readonly number[]): readonly number[] {
	if (values.length <= MOST) return values;
	const [before, last] = [values.slice(0, -1), values.at(-1)!];
	const runs = MOST - 1;
	const start = (run: number) => Math.round((run * before.length) / runs);
	const means = Array.from({ length: runs }, (_, run) => {
		const part = before.slice(start(run), start(run + 1));
		return part.reduce((sum, value) => sum + value, 0) / part.length;
	});
	return [...means, last];
}

/** Lays out a sparkline; `null` where fewer than two values are known. */
export function sparkline(points: readonly Point[]): Sparkline | null {
	const known = thinned(points.map(({ value }) => value).filter((value) => value !== null));
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
