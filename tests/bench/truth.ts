import { usualRules } from '#lib/measure/verdicts/rules.ts';
import { simulate, type Archive } from '../simulate/archive.ts';
import { isHuman, judgeArchive } from '../simulate/judged.ts';
import type { Options } from '../simulate/options.ts';
import {
	scoreChanges,
	scoreLift,
	scoreVerdicts,
	type LiftScore,
	type VerdictScore
} from '../simulate/proof.ts';
import { clickersByItem } from '../simulate/tally.ts';

/** One line of the table: what was measured, what is asked for, and whether that holds. */
type Line = { what: string; value: string; asked: string; holds: boolean | null };

const REFERENCE = 60;
const FAVOURITE = 200;
const CHANGES = 200;
const VARIATION = 40;

/** What differs from the reference scenario; the method must widen its intervals, not mislead. */
const variations: Record<string, Partial<Options>> = {
	'order is chance': { confounding: 0 },
	'order is the editor’s alone': { confounding: 1 },
	'10 issues': { issues: 10 },
	'150 issues': { issues: 150 },
	'300 readers': { readers: 300 },
	'10 issues, 300 readers': { issues: 10, readers: 300 },
	'20,000 readers': { readers: 20_000, issues: 30 },
	'item sd 0.6': { itemSd: 0.6 },
	'4 topics': { topics: 4 },
	'40 topics': { topics: 40 },
	'an editorial and sponsors': { editorial: true, sponsorEvery: 3 },
	'scanners follow half the links': { scannerCoverage: 0.5 }
};

/**
 * Measures verdicts and lift against planted truth, on many simulated archives.
 *
 * @param say is told how far it is
 * @returns a table to print, and whether everything asked for holds
 */
export function truth(report: (line: string) => void): { table: string; passed: boolean } {
	const lines = [
		...referenceLines(report),
		...favouriteLines(report),
		...changeLines(report),
		...variationLines(report)
	];
	const width = Math.max(...lines.map(({ what }) => what.length));
	const rows = lines.map(({ what, value, asked, holds }) =>
		`${what.padEnd(width)}  ${value.padStart(22)}  ${asked.padEnd(12)} ${holds === false ? 'MISSED' : ''}`.trimEnd()
	);
	return { table: rows.join('\n'), passed: lines.every(({ holds }) => holds !== false) };
}

function referenceLines(report: (line: string) => void): Line[] {
	const verdicts: VerdictScore[] = [];
	const clean: VerdictScore[] = [];
	const judged: LiftScore[] = [];
	const labelled: LiftScore[] = [];

	for (let seed = 1; seed <= REFERENCE; seed++) {
		if (seed % 10 === 0) report(`reference ${seed}/${REFERENCE}`);
		const archive = simulate({}, seed);
		const codes = judgeArchive(archive, usualRules);
		verdicts.push(scoreVerdicts(archive, codes));
		judged.push(scoreLift(archive, byVerdict(archive, codes.clicks)));
		labelled.push(scoreLift(archive, clickersByItem(archive)));

		const harmless = simulate({ scannerShare: 0 }, seed);
		clean.push(scoreVerdicts(harmless, judgeArchive(harmless, usualRules)));
	}

	const tau = mean(judged, (s) => s.tau);
	const ideal = mean(labelled, (s) => s.tau);
	const inside = ratio(
		judged,
		(s) => s.inside,
		(s) => s.widths.length
	);
	const refused = ratio(
		judged,
		(s) => s.refused,
		(s) => s.topics
	);
	const wide = median(judged.flatMap((s) => s.widths)) / median(labelled.flatMap((s) => s.widths));
	const accused = ratio(
		verdicts,
		(s) => s.accused,
		(s) => s.humanClicks
	);
	const accusedClean = ratio(
		clean,
		(s) => s.accused,
		(s) => s.humanClicks
	);
	const recall = ratio(
		verdicts,
		(s) => s.caught,
		(s) => s.scannerClicks
	);
	const f1 = ratio(
		verdicts,
		(s) => 2 * s.found,
		(s) => 2 * s.found + s.mistaken + s.missed
	);
	const openers = ratio(
		verdicts,
		(s) => s.counted,
		(s) => s.openers
	);

	return [
		line('τ of lift with the planted ranking', tau, '≥ 0.90', tau >= 0.9),
		line('… ÷ with perfectly labelled clicks', tau / ideal, '≥ 0.97', tau / ideal >= 0.97),
		line(
			'τ of the raw click rate',
			mean(judged, (s) => s.rawTau),
			'(≈ 0.4)',
			null
		),
		line(
			'topic intervals that hold the truth',
			inside,
			'0.87–0.93',
			inside >= 0.87 && inside <= 0.93
		),
		line('topics refused though with five items', refused, '≤ 0.05', refused <= 0.05),
		line('interval width ÷ perfectly labelled', wide, '≤ 1.15', wide <= 1.15),
		line(
			'item intervals that hold the truth',
			ratio(
				judged,
				(s) => s.itemsInside,
				(s) => s.items
			),
			'(0.90)',
			null
		),
		line('human clicks accused', accused, '≤ 0.005', accused <= 0.005),
		line('… where there are no scanners', accusedClean, '≤ 0.003', accusedClean <= 0.003),
		line('scanner clicks found', recall, '≥ 0.97', recall >= 0.97),
		line('readers behind proxies, F1', f1, '≥ 0.90', f1 >= 0.9),
		line('human openers counted ÷ planted', openers, '0.95–1.05', Math.abs(openers - 1) <= 0.05)
	];
}

function favouriteLines(report: (line: string) => void): Line[] {
	let first = 0;
	let refused = 0;
	let topics = 0;

	for (let seed = 1; seed <= FAVOURITE; seed++) {
		if (seed % 50 === 0) report(`favourite ${seed}/${FAVOURITE}`);
		const archive = simulate({ topicSd: 0, favouriteLeads: 0.8 }, seed);
		const { ranking } = scoreLift(archive, clickersByItem(archive));
		topics = archive.topics.length;
		if (!ranking.includes(0)) refused++;
		else if (ranking[0] === 0) first++;
	}

	const most = 1 / topics + 0.03;
	const share = (first + refused) / FAVOURITE;
	return [
		line('all equal: the favourite first or refused', share, `≤ ${most.toFixed(3)}`, share <= most)
	];
}

function changeLines(report: (line: string) => void): Line[] {
	const scores = (change: number) =>
		Array.from({ length: CHANGES }, (_, seed) => {
			if (seed % 50 === 49) report(`change ${change}: ${seed + 1}/${CHANGES}`);
			return scoreChanges(simulate({ change }, seed + 1));
		});
	const never = scores(0).filter(({ falsely }) => falsely).length / CHANGES;
	const changes = scores(0.5).flatMap(({ found }) => found ?? []);
	const inside =
		changes.filter(({ low, high }) => low <= 0.5 && high >= 0.5).length / changes.length;
	return [
		line('archives without a change said to hold one', never, '≤ 0.05', never <= 0.05),
		line(
			'changes by 1.65 found',
			changes.length / CHANGES,
			'≥ 0.70',
			changes.length >= 0.7 * CHANGES
		),
		line('… whose interval holds the truth', inside, '≥ 0.80', inside >= 0.8)
	];
}

function variationLines(report: (line: string) => void): Line[] {
	return Object.entries(variations).map(([name, changes]) => {
		report(name);
		const scores = Array.from({ length: VARIATION }, (_, seed) => {
			const archive = simulate(changes, seed + 1);
			return scoreLift(archive, byVerdict(archive, judgeArchive(archive, usualRules).clicks));
		});
		const inside = ratio(
			scores,
			(s) => s.inside,
			(s) => s.widths.length
		);
		const refused = ratio(
			scores,
			(s) => s.refused,
			(s) => s.topics
		);
		const value = [mean(scores, (s) => s.tau), inside, refused].map((x) => x.toFixed(3)).join('  ');
		return { what: `${name}: τ, coverage, refused`, value, asked: '', holds: null };
	});
}

function byVerdict(archive: Archive, codes: Uint8Array) {
	return clickersByItem(archive, (click) => isHuman(codes[click]!));
}

function line(what: string, value: number, asked: string, holds: boolean | null): Line {
	return { what, value: value.toFixed(4), asked, holds };
}

function mean<T>(list: readonly T[], of: (entry: T) => number) {
	return list.reduce((sum, entry) => sum + of(entry), 0) / list.length;
}

function ratio<T>(list: readonly T[], part: (entry: T) => number, whole: (entry: T) => number) {
	return mean(list, part) / mean(list, whole);
}

function median(values: readonly number[]) {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
