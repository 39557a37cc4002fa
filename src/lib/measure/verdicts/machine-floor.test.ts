import { expect, test } from 'vitest';
import { machineFloor } from './machine-floor.ts';
import { seeded } from '../stats/random.ts';

test('quiet links outside stories → the floor lies just below the least-clicked of them', () => {
	const { floor, sd } = machineFloor([90, 60, 41], [31, 30, 32])!;
	expect(floor).toBeCloseTo(29.5);
	expect(sd).toBeCloseTo(0.5);
	// one that people do click changes little
	expect(machineFloor([90, 60, 41], [31, 30, 32, 33, 240])!.floor).toBeGreaterThan(28);
});

test('a link that nobody clicked → no machine was there', () => {
	expect(machineFloor([9, 3, 0], [])).toEqual({ floor: 0, sd: 0 });
	expect(machineFloor([9, 3], [0, 2, 1])).toEqual({ floor: 0, sd: 0 });
});

test('no quiet links → anywhere between zero and the least-clicked, and unsure as that', () => {
	expect(machineFloor([40, 38, 45], [])).toEqual({ floor: 19, sd: 38 / Math.sqrt(12) });
	expect(machineFloor([], [])).toBeNull();
});

test('planted machines → the floor is found within its error, more often than not', () => {
	const random = seeded(4);
	let inside = 0;
	for (let issue = 0; issue < 500; issue++) {
		const planted = Math.round(200 * random());
		// people on footer links: few, of very different numbers
		const outside = Array.from({ length: 8 }, () =>
			Math.round(planted - 6 * Math.log(1 - random()))
		);
		const { floor, sd } = machineFloor([planted + 80], outside)!;
		if (Math.abs(floor - planted) <= 2 * Math.max(sd, 0.5)) inside++;
	}
	expect(inside / 500).toBeGreaterThan(0.88);
});
