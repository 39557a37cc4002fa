import { Z90 } from '../stats/normal.ts';
import { pooledMean, spreadWeights } from '../stats/random-effects.ts';
import type { SendTrace } from './send-events.ts';

/**
 * A send's counts of single clicks, which show lone checks. A scanner that follows one link alone cannot be
 * told from a person who clicks once, but it follows any link alike, also the footer's, which people hardly
 * click.
 */
export type LoneCounts = {
	/** single clicks soon after the send: on footer links, and on other links if not filtered */
	footer: number;
	others: number;
	/** the same later, when only people click */
	lateFooter: number;
	lateOthers: number;
	/** the footer's share of the links that can be clicked, 0..1 */
	footerShare: number;
};

/** Seconds by which nearly all machines have clicked, even after a slow queue. */
const SOON = 20 * 60;
/** Seconds from which on hardly any machine clicks. */
const LATE = 60 * 60;

const HUMAN = 0;

/**
 * Counts a send's single clicks: of readers with one click soon after it, or with one click later.
 *
 * @param codes the verdict of each click
 * @returns null if the time of the send, the footer's links or the readers are unknown
 */
export function loneCounts(
	{ clicks, sentAt, footerUrls, links, footerShare = footerUrls.size / links }: SendTrace,
	codes: ArrayLike<number>
): LoneCounts | null {
	if (sentAt === null || !(footerShare > 0 && footerShare < 1)) return null;
	const after = (i: number) => clicks.at[i]! - sentAt;
	const isSoon = (i: number) => after(i) >= 0 && after(i) < SOON;
	const isLate = (i: number) => after(i) >= LATE;
	const [soon, late] = [timesOf(clicks.reader, isSoon), timesOf(clicks.reader, isLate)];
	if (soon.size + late.size === 0) return null;

	const counts = { footer: 0, others: 0, lateFooter: 0, lateOthers: 0 };
	clicks.reader.forEach((reader, i) => {
		const isFooter = footerUrls.has(clicks.url[i]!);
		// a footer click is evidence even if a rule filtered it
		if (!isFooter && (codes[i]! & 3) !== HUMAN) return;
		if (isSoon(i) && soon.get(reader) === 1) counts[isFooter ? 'footer' : 'others']++;
		if (isLate(i) && late.get(reader) === 1) counts[isFooter ? 'lateFooter' : 'lateOthers']++;
	});
	return { ...counts, footerShare };
}

function timesOf(readers: Int32Array, is: (i: number) => boolean): Map<number, number> {
	const times = new Map<number, number>();
	readers.forEach((reader, i) => {
		if (reader > 0 && is(i)) times.set(reader, (times.get(reader) ?? 0) + 1);
	});
	return times;
}

/** Prior of how far sends' shares differ. */
const APART = {
	spreads: [0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5],
	scale: 0.25
};

/** How many of the unfiltered clicks are probably lone checks by machines, with a 90 % interval. */
export type LoneChecks = { estimate: number; low: number; high: number };

/**
 * Estimates lone checks send by send, and in total. Of n single clicks soon after a send, m are machines'. A
 * share q of machines' clicks is on the footer: the footer's share of the links. Of people's clicks it is a
 * share r, at most that of late clicks, since many reach the footer only after reading. So m ÷ n = (footer ÷ n
 * − r) ÷ (q − r), with r anywhere from 0 to the late share. Each send's ratio is shrunk toward that of all
 * sends; how far sends differ beyond chance is averaged over (normal–normal random effects, as in
 * `random-effects.ts`). The uncertainty of r is the same for all sends.
 *
 * @param isAsked which sends to add up in the total; all sends are used to estimate the shares
 * @returns by send, null where there is no estimate; and the total of the sends that have one
 */
export function loneChecks<Send extends LoneCounts>(
	sends: readonly (Send | null)[],
	isAsked: (send: Send) => boolean = () => true
): { of: (LoneChecks | null)[]; total: LoneChecks | null } {
	const known = sends.filter((send) => send !== null);
	const late = known.reduce((sum, { lateFooter, lateOthers }) => sum + lateFooter + lateOthers, 0);
	const lateFooter = known.reduce((sum, send) => sum + send.lateFooter, 0);
	const most = (lateFooter + 0.5) / (late + 1);
	// between zero and the late share: the interval reaches a little beyond both
	const human = { mean: most / 2, sd: most / 2 };

	const n = known.reduce((sum, { footer, others }) => sum + footer + others, 0);
	const footers = known.reduce((sum, { footer }) => sum + footer, 0);
	const shares = sends.map((send) => (send ? shareOf(send, human.mean, footers / (n || 1)) : null));
	const given = shares.filter((share) => share !== null);
	if (given.length === 0) return { of: sends.map(() => null), total: null };

	const drawn = drawnShares(shares);
	const ends = (middle: number, sd: number, most: number): LoneChecks => {
		const end = (value: number) => Math.min(most, Math.max(0, value));
		return { estimate: end(middle), low: end(middle - Z90 * sd), high: end(middle + Z90 * sd) };
	};
	const parts = shares.map((share, send) => {
		if (!share) return null;
		const middle = drawn([[send, 1]]);
		return {
			...share,
			send,
			middle,
			// the uncertainty about people's share, common to all sends
			common: (share.size * human.sd * Math.max(0, 1 - middle.mean)) / share.scale,
			// chance in the number of machines, given their share
			chance: (share.size ** 2 * Math.max(0, middle.mean)) / (share.n + 1)
		};
	});
	const dealt = parts.filter((part) => part !== null).filter(({ send }) => isAsked(sends[send]!));
	const sum = (pick: (one: (typeof dealt)[number]) => number) =>
		dealt.reduce((total, one) => total + pick(one), 0);
	const all = drawn(dealt.map(({ send, size }) => [send, size]));
	return {
		of: parts.map((part) => {
			if (!part) return null;
			const { size, middle, common, chance, others } = part;
			const sd = Math.hypot(common, Math.sqrt(size ** 2 * middle.variance + chance));
			return ends(size * middle.mean, sd, others);
		}),
		total:
			dealt.length === 0
				? null
				: ends(
						all.mean,
						Math.hypot(
							Math.sqrt(all.variance + sum(({ chance }) => chance)),
							sum(({ common }) => common)
						),
						sum(({ others }) => others)
					)
	};
}

type Share = {
	/** the share of single clicks that machines made, and its sampling variance */
	value: number;
	variance: number;
	/** the difference between machines' and people's share of footer clicks */
	scale: number;
	n: number;
	/** unfiltered clicks on other links; and how many of them would be machines' if all single clicks were */
	others: number;
	size: number;
};

function shareOf(
	{ footer, others, footerShare }: LoneCounts,
	human: number,
	usual: number
): Share | null {
	const n = footer + others;
	const scale = footerShare - human;
	if (n === 0 || scale <= 0.01) return null;
	// from the average share: a send's own variance would give more weight to sends that happen to have none
	const p = Math.max(usual, 0.5 / n);
	return {
		value: (footer / n - human) / scale,
		variance: (p * (1 - p)) / n / scale ** 2,
		scale,
		n,
		others,
		size: n * (1 - footerShare)
	};
}

type Moments = { mean: number; variance: number };

/** Sends, each with the factor that its share is multiplied by in a sum. */
type Weighed = readonly (readonly [send: number, times: number])[];

/**
 * Sums of sends' shares, each shrunk toward the mean of all. The uncertainty of that mean is common to all
 * sends, so it does not average out.
 */
function drawnShares(shares: readonly (Share | null)[]): (of: Weighed) => Moments {
	const observed = shares.map((share) => share ?? { value: 0, variance: Infinity });
	const weights = spreadWeights([observed.filter(({ variance }) => variance < Infinity)], APART);
	const given = APART.spreads.map((spread) => ({ spread, ...pooledMean(observed, spread) }));
	return (of) => {
		let whole = 0;
		let square = 0;
		given.forEach(({ spread, weights: precisions, total, mean }, i) => {
			let [sum, apart, together] = [0, 0, 0];
			for (const [send, times] of of) {
				const kept = spread ** 2 * precisions[send]!;
				sum += times * (mean + kept * (observed[send]!.value - mean));
				apart += times ** 2 * spread ** 2 * (1 - kept);
				together += times * (1 - kept);
			}
			whole += weights[i]! * sum;
			square += weights[i]! * (apart + together ** 2 / total + sum ** 2);
		});
		return { mean: whole, variance: Math.max(0, square - whole ** 2) };
	};
}
