import { heldIn, type Case, type Held } from '../simulate/held.ts';

const usual = { items: 12 };

/** What is planted, by the words in which the page on methods says it. */
const cases: Record<string, Case> = {
	'nothing changes, all time, 8 issues': { options: { issues: 8 } },
	'nothing changes, all time, 60 issues': { options: usual },
	'nothing changes, all time, 5 items': { options: { items: 5, issues: 100 } },
	'nothing changes, all time, 60 items': { options: { items: 60, issues: 24, reach: 6000 } },
	'nothing changes, all time, 350 issues': { options: { issues: 350, items: 8 } },
	'nothing changes, last 4 of 8': { options: { issues: 8 }, last: 4 },
	'nothing changes, last 13 of 60': { options: usual, last: 13 },
	'nothing changes, middle 13 of 100': { options: { issues: 100 }, middle: 13 },
	'nothing changes, last 26 of 350': { options: { issues: 350, items: 8 }, last: 26 },
	'nothing changes, last 26 of 100, 5 items': { options: { items: 5, issues: 100 }, last: 26 },
	'nothing changes, last 8 of 24, 60 items': {
		options: { items: 60, issues: 24, reach: 6000 },
		last: 8
	},
	'nothing but the layout changes, last 26 of 200': {
		options: { issues: 200, layout: 0.6 },
		last: 26
	},
	'a quarter +0.4, last 13 of 100': { options: { issues: 100, change: 0.4 }, last: 13 },
	'a quarter +1, last 13 of 100': { options: { issues: 100, change: 1 }, last: 13 },
	'a quarter +0.7, last 26 of 350': { options: { issues: 350, items: 8, change: 0.7 }, last: 26 },
	'half +0.4, last 13 of 100': {
		options: { issues: 100, change: 0.4, changeEvery: 2 },
		last: 13
	},
	'half +1, last 13 of 100': { options: { issues: 100, change: 1, changeEvery: 2 }, last: 13 },
	'all issues +0.2, last 13 of 100': { options: { issues: 100, rise: 0.2 }, last: 13 },
	'all issues +0.5, last 13 of 100': { options: { issues: 100, rise: 0.5 }, last: 13 },
	'all issues +0.5, few topics, last 13 of 60': {
		options: { rise: 0.5, topics: 3, changeEvery: 3 },
		last: 13
	},
	'all issues +0.5, two topics, last 13 of 60': {
		options: { rise: 0.5, topics: 2, changeEvery: 2 },
		last: 13
	},
	'one of three topics +0.4, last 13 of 60': {
		options: { change: 0.4, topics: 3, changeEvery: 3 },
		last: 13
	},
	'one of two topics +0.4, last 13 of 60': {
		options: { change: 0.4, topics: 2, changeEvery: 2 },
		last: 13
	},
	'no change, two topics, last 13 of 60': { options: { topics: 2 }, last: 13 },
	'all issues +0.5, a quarter +0.4, last 13 of 100': {
		options: { issues: 100, rise: 0.5, change: 0.4 },
		last: 13
	},
	'drift 0.2, last 13 of 100': { options: { issues: 100, drift: 0.2 }, last: 13 },
	'drift 0.4, last 13 of 100': { options: { issues: 100, drift: 0.4 }, last: 13 },
	'drift 0.4, middle 13 of 100': { options: { issues: 100, drift: 0.4 }, middle: 13 },
	'drift 0.8, last 13 of 100': { options: { issues: 100, drift: 0.8 }, last: 13 },
	'drift 0.4, last 4 of 12': { options: { issues: 12, drift: 0.4 }, last: 4 },
	'drift 0.4, last 26 of 350': { options: { issues: 350, items: 8, drift: 0.4 }, last: 26 },
	'drift 0.4, all time, 100 issues': { options: { issues: 100, drift: 0.4 } },
	'drift 0.4, last 12 of 24, 40 items': {
		options: { issues: 24, items: 40, drift: 0.4, reach: 6000 },
		last: 12
	},
	'a section, none otherwise': { options: { issues: 80, topicSd: 0.3 }, sections: {} },
	'a section, one otherwise': {
		options: { issues: 80, topicSd: 0.3 },
		sections: { more: 0.6, topics: 1 }
	},
	'a section, a quarter otherwise': {
		options: { issues: 80, topicSd: 0.3 },
		sections: { more: 0.6, every: 4 }
	},
	'a section, all otherwise by 0.3': {
		options: { issues: 80, topicSd: 0.3 },
		sections: { spread: 0.3 }
	},
	'a section, all otherwise by 0.15': {
		options: { issues: 80, topicSd: 0.3 },
		sections: { spread: 0.15 }
	},
	'a section, all otherwise in each by 0.3': {
		options: { issues: 80, topicSd: 0.3 },
		sections: { spread: 0.3, everywhere: true }
	},
	'a section, all otherwise in each by 0.15': {
		options: { issues: 80, topicSd: 0.3 },
		sections: { spread: 0.15, everywhere: true }
	},
	'a section, all otherwise by 0.3, last third': {
		options: { issues: 80, topicSd: 0.3 },
		sections: { spread: 0.3 },
		last: 27
	},
	'a section, a quarter otherwise, last third': {
		options: { issues: 80, topicSd: 0.3 },
		sections: { more: 0.6, every: 4 },
		last: 27
	},
	'a section, all otherwise by 0.3, 24 issues': {
		options: { issues: 24, topicSd: 0.3 },
		sections: { spread: 0.3 }
	}
};

/**
 * How many 90 % intervals of topics hold what was planted, case by case, with the error of that share,
 * how wide they are, how far estimates are off, and the interval score: the width, and twenty times what
 * the truth lies beyond an end, which no interval but the right one makes smaller in the mean (Gneiting &
 * Raftery 2007, doi:10.1198/016214506000001437).
 *
 * @param archives how many are simulated a case
 * @param only cases that have this in their name
 */
export function* coverage(archives: number, only: string): Generator<string> {
	for (const [name, one] of Object.entries(cases)) {
		if (!name.includes(only)) continue;
		const results = Array.from({ length: archives }, (_, seed) => heldIn(one, seed + 1));
		yield `${name.padEnd(50)} ${said(results)}`;
	}
}

/** What an end costs that the truth lies beyond: 2 ÷ the share that a 90 % interval leaves out. */
const BEYOND = 20;

function said(archives: readonly Held[][]): string {
	const all = archives.flat();
	const inside = ({ low, high, truth }: Held) => Number(low <= truth && truth <= high);
	const share = mean(all.map(inside));
	// intervals of one archive hang together
	const off = archives.map((own) => own.reduce((sum, one) => sum + inside(one) - share, 0));
	const error = Math.sqrt(off.reduce((sum, one) => sum + one ** 2, 0)) / all.length;
	const width = mean(all.map(({ low, high }) => high - low));
	const rms = Math.sqrt(mean(all.map(({ mean, truth }) => (mean - truth) ** 2)));
	const score = mean(
		all.map(({ low, high, truth }) => high - low + BEYOND * Math.max(0, low - truth, truth - high))
	);
	const percent = (value: number) => (100 * value).toFixed(1);
	return `${percent(share).padStart(5)} ± ${percent(error)} % of ${all.length}; width ${width.toFixed(3)}, off ${rms.toFixed(3)}, score ${score.toFixed(3)}`;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
