/** In pixels of a chart, from its upper left corner. */
export type Box = { left: number; right: number; top: number; bottom: number };
type Point = { x: number; y: number };
/** From a point to its name. */
export type LeaderLine = { from: Point; to: Point };

export type LabelSide = 'left' | 'right' | 'above' | 'below';
export const SIDES = ['right', 'left', 'above', 'below'] as const satisfies readonly LabelSide[];

/** How far from a point its words begin, and how high they are, in pixels. */
export const GAP = 9;
export const LINE = 14;

/** Beneath the halo of words, how far they may reach over the axis on the left. */
export const OVER = 8;

/** A point, and how far up and down its interval reaches. */
type Spot = Point & { top?: number; bottom?: number };

type Around = {
	/** of the words */
	width: number;
	height: number;
	/** where words may stand */
	room: Box;
	/** what they may not cover, and no line to them may cross */
	taken: readonly Box[];
	/** what they may not cover, and a line may cross */
	crossed?: readonly Box[];
	/** to other names: what may neither cover them nor be crossed by one more */
	lines: readonly LeaderLine[];
};

export type PlacedLabel = { box: Box; line: LeaderLine | null };

function meet(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const isWithin = (box: Box, room: Box) =>
	box.left >= room.left &&
	box.right <= room.right &&
	box.top >= room.top &&
	box.bottom <= room.bottom;

const isFree = (box: Box, { room, taken, crossed = [], lines }: Around) =>
	isWithin(box, room) &&
	![...taken, ...crossed].some((other) => meet(box, other)) &&
	!lines.some((line) => cuts(line, box) || holds(box, line.to));

/** Words on a side of a point, leaning inwards above and below it. */
function boxOn(side: LabelSide, spot: Spot, { width, height, room }: Around): Box {
	const { x, y, top: head = y, bottom: foot = y } = spot;
	const isBeside = side === 'left' || side === 'right';
	const asked = {
		right: x + GAP,
		left: x - GAP - width,
		above: x - width / 2,
		below: x - width / 2
	}[side];
	const left = isBeside ? asked : Math.max(room.left + OVER, Math.min(asked, room.right - width));
	const middle = y - height / 2;
	const top = isBeside
		? Math.max(room.top, Math.min(middle, room.bottom - height))
		: side === 'above'
			? head - LINE / 2 - height
			: foot + LINE / 2;
	return { left, right: left + width, top, bottom: top + height };
}

/** The first of the sides of a point on which words have room and cover nothing; null where there is none. */
function beside(spot: Spot, sides: readonly LabelSide[], around: Around): PlacedLabel | null {
	const box = sides.map((side) => boxOn(side, spot, around)).find((one) => isFree(one, around));
	return box ? { box, line: null } : null;
}

/** How far from its point a name may stand, in pixels: further away nobody looks for it. */
const FURTHEST = 150;
const STEP = 5;
const DIRECTIONS = 24;

/** How far a line stays from its point and from its name. */
const CLEAR_OF_POINT = 6;

/**
 * The place nearest to a point where its words cover nothing and a line leads to them that crosses neither
 * words nor another such line; null where there is none.
 */
function reached(spot: Spot, around: Around): PlacedLabel | null {
	for (let far = GAP + STEP; far <= FURTHEST; far += STEP)
		for (let i = 0; i < DIRECTIONS; i++) {
			const angle = (2 * Math.PI * i) / DIRECTIONS;
			const [right, down] = [Math.cos(angle), Math.sin(angle)];
			const end = { x: spot.x + far * right, y: spot.y + far * down };
			const left = end.x - around.width * (right > 0.3 ? 0 : right < -0.3 ? 1 : 0.5);
			const top = end.y - around.height / 2;
			const box = { left, right: left + around.width, top, bottom: top + around.height };
			if (!isFree(box, around)) continue;

			const line = lineBetween(spot, box);
			const isCrossed =
				around.lines.some((other) => cross(line, other)) ||
				around.taken.some((other) => !holds(other, spot) && cuts(line, other));
			if (!isCrossed) return { box, line };
		}
	return null;
}

/** From the edge of a point to the part of its name that is nearest to it. */
function lineBetween({ x, y }: Point, { left, right, top, bottom }: Box): LeaderLine {
	const to = {
		x: Math.max(left, Math.min(x, right)),
		y: Math.max(top + 3, Math.min(y, bottom - 3))
	};
	const far = Math.hypot(to.x - x, to.y - y) || 1;
	const part = Math.min(1, CLEAR_OF_POINT / far);
	return { from: { x: x + part * (to.x - x), y: y + part * (to.y - y) }, to };
}

const holds = ({ left, right, top, bottom }: Box, { x, y }: Point) =>
	left <= x && x <= right && top <= y && y <= bottom;

/** On which side of a line a point lies. */
const turn = ({ from, to }: LeaderLine, { x, y }: Point) =>
	Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));

function cross(a: LeaderLine, b: LeaderLine): boolean {
	return turn(a, b.from) !== turn(a, b.to) && turn(b, a.from) !== turn(b, a.to);
}

function cuts(line: LeaderLine, { left, right, top, bottom }: Box): boolean {
	const corners = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom }
	];
	return corners.some((from, i) => cross(line, { from, to: corners[(i + 1) % 4]! }));
}

/** Words that look for a place at their point. */
export type Wanted = {
	spot: Spot;
	width: number;
	/** of one line, where it is not said */
	height?: number;
	/** best first */
	sides: readonly LabelSide[];
	/** stand further away, with a line to them, where all sides are taken */
	led: boolean;
};

/** What all words keep clear of. */
type Obstacles = {
	room: Box;
	taken: readonly Box[];
	/** intervals of points: words stand on another's only where nothing else is free */
	intervals: readonly Box[];
};

/** How often those that found no place choose before the others. */
const TRIES = 6;

/**
 * A place for each, or null. The first choose first; where one that should be led finds no place, it is
 * tried again with that one before all others, and what names most is taken.
 */
export function placeLabels(
	wanted: readonly Wanted[],
	obstacles: Obstacles
): (PlacedLabel | null)[] {
	let order = wanted.map((_, i) => i);
	let best: (PlacedLabel | null)[] = [];
	let fewest = Infinity;
	for (let tried = 0; tried < TRIES && fewest > 0; tried++) {
		const places = inOrder(order, wanted, obstacles);
		const missing = order.filter((i) => wanted[i]!.led && !places[i]);
		if (missing.length < fewest) [best, fewest] = [places, missing.length];
		order = [...missing, ...order.filter((i) => !missing.includes(i))];
	}
	return best;
}

function inOrder(
	order: readonly number[],
	wanted: readonly Wanted[],
	{ room, taken, intervals }: Obstacles
): (PlacedLabel | null)[] {
	const places = wanted.map((): PlacedLabel | null => null);
	const covered = [...taken];
	const lines: LeaderLine[] = [];
	for (const i of order) {
		const { spot, width, height = LINE, sides, led } = wanted[i]!;
		const around = { width, height, room, taken: covered, lines };
		const others = intervals.filter(({ left, right }) => spot.x < left || spot.x > right);
		const clear = { ...around, crossed: others };
		const place =
			beside(spot, sides, clear) ??
			(led ? reached(spot, clear) : null) ??
			beside(spot, sides, around);
		places[i] = place;
		if (place) covered.push(place.box);
		if (place?.line) lines.push(place.line);
	}
	return places;
}
