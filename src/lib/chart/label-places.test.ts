import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, type Box, type Wanted } from './label-places.ts';

const room = { left: 0, right: 360, top: 0, bottom: 340 };
const around = ({ spot: { x, y } }: Wanted): Box => ({
	left: x - 5,
	right: x + 5,
	top: y - 5,
	bottom: y + 5
});
const meet = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Points of a line, close enough to each other that it passes no word between two of them. */
const along = ({
	from,
	to
}: NonNullable<NonNullable<ReturnType<typeof placeLabels>[number]>['line']>) =>
	Array.from({ length: 101 }, (_, i) => ({
		x: from.x + ((to.x - from.x) * i) / 100,
		y: from.y + ((to.y - from.y) * i) / 100
	}));

const place = fc.record({
	x: fc.integer({ min: 0, max: 360 }),
	y: fc.integer({ min: 0, max: 340 })
});
const name: fc.Arbitrary<Wanted> = fc.record({
	spot: place,
	width: fc.integer({ min: 20, max: 150 }),
	height: fc.constantFrom(14, 28),
	sides: fc.constant(['right', 'left', 'above', 'below'] as const),
	led: fc.boolean()
});

test('whatever points → their names are in the chart, cover no other and no point, and no line crosses a name', () => {
	fc.assert(
		fc.property(fc.array(name, { maxLength: 30 }), (wanted) => {
			const taken = wanted.map(around);
			const places = placeLabels(wanted, { room, taken, intervals: [] });
			expect(places).toHaveLength(wanted.length);
			const found = places.filter((one) => one !== null);
			for (const [i, { box, line }] of found.entries()) {
				expect(box.left >= room.left && box.right <= room.right).toBe(true);
				expect(box.top >= room.top && box.bottom <= room.bottom).toBe(true);
				expect(taken.filter((point) => meet(box, point))).toEqual([]);
				const others = found.filter((_, other) => other !== i).map((other) => other.box);
				expect(others.filter((other) => meet(box, other))).toEqual([]);
				if (!line) continue;
				const isOn = ({ left, right, top, bottom }: Box) =>
					along(line).some(({ x, y }) => left < x && x < right && top < y && y < bottom);
				expect(others.filter(isOn)).toEqual([]);
			}
		})
	);
});

test('eight points in one place → each has its name, for one that finds none chooses before the others', () => {
	const wanted = Array.from({ length: 8 }, (_, i): Wanted => ({
		spot: { x: 180 + 2 * i, y: 170 + 3 * i },
		width: 110,
		sides: ['left'],
		led: true
	}));
	const places = placeLabels(wanted, { room, taken: wanted.map(around), intervals: [] });
	expect(places.filter((one) => one !== null)).toHaveLength(8);
	expect(places.filter((one) => one?.line).length).toBeGreaterThan(4);
});

test('a name beside an interval of another point → on a side where it does not cover that', () => {
	const one: Wanted = {
		spot: { x: 180, y: 170 },
		width: 60,
		sides: ['right', 'left'] as const,
		led: false
	};
	const beside = { left: 199, right: 201, top: 100, bottom: 240 };
	const [free] = placeLabels([one], { room, taken: [around(one)], intervals: [] });
	const [kept] = placeLabels([one], { room, taken: [around(one)], intervals: [beside] });
	expect(free!.box.left).toBeGreaterThan(180);
	expect(kept!.box.right).toBeLessThan(180);
});
