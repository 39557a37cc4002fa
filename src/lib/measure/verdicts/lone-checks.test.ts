import { expect, test } from 'vitest';
import { normals, poisson, seeded, type Random } from '../stats/random.ts';
import { loneChecks, type LoneCounts } from './lone-checks.ts';

const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);

/** How many of some clicks are on the footer. */
function onFooter(clicks: number, share: number, random: Random): number {
	let count = 0;
	for (let click = 0; click < clicks; click++) if (random() < share) count++;
	return count;
}

/** Sends of a list of so many people, with the lone checks that machines made on no footer. */
function archive(sends: number, people: number, random: Random) {
	const normal = normals(random);
	const late = 0.03 + 0.05 * random();
	const soon = late * random();
	const counts: LoneCounts[] = [];
	const truth: number[] = [];
	for (let send = 0; send < sends; send++) {
		const footerShare = 0.25 + 0.1 * random();
		const own = poisson(0.5 * people, random);
		const machines = poisson(1.5 * people * Math.exp(0.5 * normal()), random);
		const later = poisson(0.4 * people, random);
		const [ofPeople, ofMachines, ofLate] = [
			onFooter(own, soon, random),
			onFooter(machines, footerShare, random),
			onFooter(later, late, random)
		];
		truth.push(machines - ofMachines);
		counts.push({
			footer: ofPeople + ofMachines,
			others: own - ofPeople + machines - ofMachines,
			lateFooter: ofLate,
			lateOthers: later - ofLate,
			footerShare
		});
	}
	return { counts, truth };
}

test.each([
	[3, 30],
	[10, 30],
	[40, 30],
	[3, 300]
])(
	'%d sends of %d people, half of all clicks machines’ → most intervals hold, of the total too',
	(sends, people) => {
		const random = seeded(sends * people);
		const runs = 200;
		let [totals, single] = [0, 0];
		for (let run = 0; run < runs; run++) {
			const { counts, truth } = archive(sends, people, random);
			const { of, total } = loneChecks(counts);
			const all = sum(truth);
			if (total!.low <= all && all <= total!.high) totals++;
			of.forEach((one, i) => {
				if (one!.low <= truth[i]! && truth[i]! <= one!.high) single++;
			});
		}
		expect(totals / runs).toBeGreaterThan(0.83);
		expect(single / (runs * sends)).toBeGreaterThan(0.83);
	}
);

test('no send that tells → nothing told', () => {
	expect(loneChecks([null])).toEqual({ of: [null], total: null });
});
