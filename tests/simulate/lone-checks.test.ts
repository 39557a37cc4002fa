import { usualRules } from '#lib/measure/verdicts/rules.ts';
import { expect, test } from 'vitest';
import { dealt } from '../combinations.ts';
import { simulate } from './archive.ts';
import { isHuman, judgeArchive } from './judged.ts';
import { clickersByItem } from './tally.ts';

// A scanner's check of one link alone passes as a person's click. How many there are is told from how
// often single clicks hit the footer, which people hardly click.

const sum = (of: ArrayLike<number>) => Array.from(of).reduce((total, n) => total + n, 0);

const shares = [
	[0.05, 0.0017],
	[0.25, 0.0115],
	[0.63, 0.0415],
	[0.9, 0.2]
] as const;

test.each(shares)(
	'machines make %f of clicks → lone checks are estimated, people’s clickers within 5 % without them',
	(machines, scannerShare) => {
		const place = shares.findIndex(([share]) => share === machines);
		for (const seed of dealt(place, [1, 2, 3], 3)) {
			const archive = simulate(
				{ scanners: 'field', scannerShare, readers: 3000, issues: 40 },
				seed
			);
			const judged = judgeArchive(archive, usualRules);
			const counted = clickersByItem(archive, (i) => isHuman(judged.clicks[i]!));
			const planted = clickersByItem(archive);
			const extra = archive.issues.map(() => 0);
			archive.items.forEach(({ issue }, i) => (extra[issue]! += counted[i]! - planted[i]!));

			const { of, total } = judged.lone;
			const people = sum(counted) - total!.estimate;
			expect(Math.abs(people / sum(planted) - 1)).toBeLessThanOrEqual(0.05);
			expect(total!.high).toBeGreaterThanOrEqual(total!.estimate);
			// those of one reader and of people who were accused differ by a few
			const few = 0.005 * sum(planted);
			expect(total!.low - few).toBeLessThanOrEqual(sum(extra));
			expect(total!.high + few).toBeGreaterThanOrEqual(sum(extra));
			if (scannerShare < 0.2) continue;
			expect(Math.abs(people / sum(planted) - 1)).toBeLessThanOrEqual(0.02);
			const held = of.filter((one, i) => one!.low <= extra[i]! && extra[i]! <= one!.high);
			expect(held.length / of.length).toBeGreaterThanOrEqual(0.8);
		}
	}
);
