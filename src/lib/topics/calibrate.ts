import { scoreOf, vectorOf, type Calibration, type Confirmed, type Model } from './model.ts';

const FOLDS = 5;

/** What a model gave the likeliest topic of an item it had not seen, and whether it was right. */
export type Trial = { topic: string; chance: number; right: boolean };

type Learn = (some: readonly Confirmed[]) => Omit<Model, 'calibration'>;

/**
 * Finds how chances become confidences, so that of those said to be 0.8 sure 0.8 are right: by what
 * models make of stretches of examples that were left out in turn.
 *
 * @see Kull, Silva Filho, Flach: Beta calibration (AISTATS 2017), which bends where a line on the log
 * odds cannot; targets smoothed as in Platt: Probabilistic outputs for support vector machines (1999)
 */
export function calibrate(known: readonly Confirmed[], learn: Learn): Calibration {
	return calibrationOf(trialsOf(known, learn).flat());
}

/** What models make of stretches of examples that each has not seen (five-fold cross-validation). */
export function trialsOf(known: readonly Confirmed[], learn: Learn): Trial[][] {
	return Array.from({ length: FOLDS }, (_, fold) => {
		const [from = 0, to] = [0, 1].map((i) => Math.round(((fold + i) * known.length) / FOLDS));
		const model = learn([...known.slice(0, from), ...known.slice(to)]);
		return known.slice(from, to).map((item) => tryOn(item, model));
	});
}

/** How chances become confidences, by some trials. */
export function calibrationOf(trials: readonly Trial[]): Calibration {
	const curve = curveOf(trials);
	if (curve.sure >= 0 && curve.unsure >= 0 && curve.sure + curve.unsure > 0.1) return curve;

	// chances that say nothing of who is right: all are as sure as all were right
	const right = trials.filter((trial) => trial.right).length;
	return { sure: 0, unsure: 0, shift: logOdds((right + 1) / (trials.length + 2)) };
}

function tryOn({ terms, topics }: Confirmed, model: Omit<Model, 'calibration'>): Trial {
	const { chances } = scoreOf(
		vectorOf(terms, (stem) => model.terms[stem]?.rarity),
		model
	);
	const chance = Math.max(...chances);
	const topic = model.topics[chances.indexOf(chance)]!;
	return { topic, chance, right: topics.includes(topic) };
}

type Point = { x: readonly [sure: number, unsure: number, one: number]; target: number };

/** How many items the prior counts for: that chances are confidences as they are. */
const PRIOR_ITEMS = 2;

/** The likeliest curve, by Newton's method with steps that are halved until they help. */
function curveOf(trials: readonly Trial[]): Calibration {
	const right = trials.filter((trial) => trial.right).length;
	const high = (right + 1) / (right + 2);
	const low = 1 / (trials.length - right + 2);
	const points = trials.map((trial): Point => ({
		x: [...sidesOf(trial.chance), 1],
		target: trial.right ? high : low
	}));

	let curve = [1, 1, 0];
	let surprise = surpriseOf(points, curve);
	for (let round = 0; round < 30; round++) {
		const step = stepFrom(points, curve);
		let size = 1;
		let next = curve;
		let then = surprise;
		do {
			next = curve.map((value, i) => value - size * step[i]!);
			then = surpriseOf(points, next);
			size /= 2;
		} while (!(then < surprise) && size > 1e-3);

		if (!(then < surprise)) break;
		[curve, surprise] = [next, then];
	}
	const [sure = 1, unsure = 1, shift = 0] = curve;
	return { sure, unsure, shift };
}

function sumOf(x: Point['x'], curve: readonly number[]): number {
	return curve[0]! * x[0] + curve[1]! * x[1] + curve[2]!;
}

/** How surprising the outcomes are under a curve, and how far it is from no change at all. */
function surpriseOf(points: readonly Point[], curve: readonly number[]): number {
	let all = (PRIOR_ITEMS / 2) * ((curve[0]! - 1) ** 2 + (curve[1]! - 1) ** 2);
	for (const { x, target } of points) {
		const p = Math.min(Math.max(logistic(sumOf(x, curve)), 1e-12), 1 - 1e-12);
		all -= target * Math.log(p) + (1 - target) * Math.log(1 - p);
	}
	return all;
}

function stepFrom(points: readonly Point[], curve: readonly number[]): number[] {
	const gradient = [PRIOR_ITEMS * (curve[0]! - 1), PRIOR_ITEMS * (curve[1]! - 1), 0];
	const curvature = [0, 1, 2].map((i) =>
		[0, 1, 2].map((j) => (i !== j ? 0 : i < 2 ? PRIOR_ITEMS : 1e-6))
	);
	for (const { x, target } of points) {
		const p = logistic(sumOf(x, curve));
		const w = p * (1 - p);
		x.forEach((xi, i) => {
			gradient[i]! += (p - target) * xi;
			x.forEach((xj, j) => (curvature[i]![j]! += w * xi * xj));
		});
	}
	return solve(curvature, gradient);
}

/** Solves three equations by elimination; the matrix is positive definite. */
function solve(matrix: number[][], right: readonly number[]): number[] {
	const rows = matrix.map((row, i) => [...row, right[i]!]);
	rows.forEach((pivot, i) => {
		for (const row of rows) {
			if (row === pivot) continue;
			const times = row[i]! / pivot[i]!;
			row.forEach((value, j) => (row[j] = value - times * pivot[j]!));
		}
	});
	return rows.map((row, i) => row[3]! / row[i]!);
}

/** A chance after calibration, 0..1. */
export function calibrated(chance: number, { sure, unsure, shift }: Calibration): number {
	const [a, b] = sidesOf(chance);
	return logistic(sure * a + unsure * b + shift);
}

/** What a chance says for a topic and against it; their sum is its log odds. */
function sidesOf(chance: number): [sure: number, unsure: number] {
	const safe = Math.min(Math.max(chance, 1e-6), 1 - 1e-6);
	return [-Math.log(1 - safe), Math.log(safe)];
}

function logOdds(chance: number): number {
	const safe = Math.min(Math.max(chance, 1e-6), 1 - 1e-6);
	return Math.log(safe / (1 - safe));
}

function logistic(x: number): number {
	return 1 / (1 + Math.exp(-x));
}
