import { usualRules } from '#lib/measure/verdicts/rules.ts';
import { expect, test } from 'vitest';
import { simulate } from './archive.ts';
import { HUMAN, SCANNER } from './columns.ts';
import { isHuman, judgeArchive } from './judged.ts';
import { clickersByItem } from './tally.ts';

// Machines as the field sees them, where they make 5 to 90 % of all clicks: consumer lists to business
// lists. How they behave is planted by `field-scanners.ts`.

const shares = [
	[0.05, 0.0017, 0.05],
	[0.25, 0.0115, 0.05],
	[0.63, 0.0415, 0.05],
	// lone checks pass as people: no single one can be told from a prompt reader's click
	[0.9, 0.2, 0.065]
] as const;

/** Several clicks of one reader in one issue within two seconds: a sweep, not a lone check or an echo. */
function sweeps({ clicks }: ReturnType<typeof simulate>) {
	const byReader = new Map<string, number[]>();
	for (let i = 0; i < clicks.maker.length; i++) {
		if (clicks.maker[i] !== SCANNER) continue;
		const key = `${clicks.issue[i]} ${clicks.reader[i]}`;
		byReader.set(key, [...(byReader.get(key) ?? []), i]);
	}
	return [...byReader.values()].filter((own) => own.length > 6);
}

test.each(shares)(
	'machines make %f of clicks → sweeps found, people spared, items counted',
	(share, scannerShare, most) => {
		const archive = simulate({ scanners: 'field', scannerShare, readers: 3000, issues: 40 }, 4);
		const { clicks } = archive;
		const judged = judgeArchive(archive, usualRules);
		const count = (is: (i: number) => boolean) =>
			clicks.maker.reduce((n, _, i) => n + (is(i) ? 1 : 0), 0);
		const people = count((i) => clicks.maker[i] === HUMAN);
		const made = count((i) => clicks.maker[i] === SCANNER) / clicks.maker.length;

		const all = sweeps(archive);
		const swept = all.filter((own) => own.filter((i) => !isHuman(judged.clicks[i]!)).length > 6);
		const accused = count((i) => clicks.maker[i] === HUMAN && !isHuman(judged.clicks[i]!));
		const sum = (of: Uint32Array) => of.reduce((total, n) => total + n, 0);
		const counted = sum(clickersByItem(archive, (i) => isHuman(judged.clicks[i]!)));
		const planted = sum(clickersByItem(archive));
		expect(Math.abs(made - share)).toBeLessThan(0.04);
		expect(swept.length / all.length).toBeGreaterThanOrEqual(0.95);
		expect(accused / people).toBeLessThanOrEqual(0.003);
		expect(Math.abs(counted / planted - 1)).toBeLessThanOrEqual(most);
	}
);
