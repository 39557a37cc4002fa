/** What people wrote of a day, as a chart needs it: when that day began, UTC milliseconds. */
export type DatedNote = { at: number };

/** A line across a chart: `x` in steps between its points, counted from 0, and the number above it. */
export type Flag = { x: number; n: number };

/** Notes that a chart shows, each with its number there. */
export type Flagged<Note extends DatedNote> = { notes: { n: number; note: Note }[]; flags: Flag[] };

/** Where a note of an instant stands among points; null where it lies outside. */
type Place = (at: number) => number | null;

/** Between two points where one follows the other at an instant of its own: issues side by side. */
export function besides(points: readonly number[]): Place {
	return (at) => {
		const next = points.findIndex((point) => point >= at);
		if (next === 0 || points.length === 0) return null;
		return (next < 0 ? points.length : next) - 0.5;
	};
}

/** Along a line through instants. */
export function along(points: readonly number[]): Place {
	return (at) => {
		const next = points.findIndex((point) => point >= at);
		if (next < 0 || (next === 0 && points[0] !== at)) return null;
		if (next === 0) return 0;
		const [from, to] = [points[next - 1]!, points[next]!];
		return next - 1 + (at - from) / (to - from);
	};
}

/** Within bars that each are a stretch of time; the last goes on until the instant given. */
export function withinBars(starts: readonly number[], until: number): Place {
	return (at) => {
		const place = starts.findLastIndex((start) => start <= at);
		if (place < 0 || at > until) return null;
		const end = starts[place + 1] ?? until;
		return place - 0.5 + Math.min(1, (at - starts[place]!) / (end - starts[place]! || 1));
	};
}

/** Numbers the notes that lie in a chart, in the order of their days. */
export function flagged<Note extends DatedNote>(
	notes: readonly Note[],
	place: Place
): Flagged<Note> {
	const placed = notes
		.toSorted((a, b) => a.at - b.at)
		.flatMap((note) => {
			const x = place(note.at);
			return x === null ? [] : [{ note, x }];
		});
	return {
		notes: placed.map(({ note }, i) => ({ n: i + 1, note })),
		flags: placed.map(({ x }, i) => ({ x, n: i + 1 }))
	};
}
