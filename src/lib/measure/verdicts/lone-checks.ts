import { Z90 } from '../stats/normal.ts';
import { pooledMean, spreadWeights } from '../stats/random-effects.ts';
import type { SendTrace } from './send-events.ts';

/**
 * What a send's clicks say of lone checks: a scanner that follows one link alone cannot be told from a
 * person who clicks once. But it follows any link alike, the footer's too, which people hardly click.
 */
export type LoneCounts = {
	/** single clicks soon after the send: on links of the footer, and those on others that count */
	footer: number;
	others: number;
	/** the same later, when people alone click */
	lateFooter: number;
	lateOthers: number;
	/** share of the footer among the links that there are to click, 0..1 */
	footerShare: number;
};

/** Nearly all machines have come by then, even where their queue was late; in seconds. */
const SOON = 20 * 60;
/** From here on hardly any has. */
const LATE = 60 * 60;

const HUMAN = 0;

/**
 * Counts a send's single clicks: of readers who clicked once soon after it, or once later.
 *
 * @param codes the verdict of each click
 * @returns null where nobody knows when it was sent, which links are the footer's, or who clicked
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
		// one that the rules set aside for being on the footer is evidence all the same
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

/** How far sends' shares may lie apart. */
const APART = {
	spreads: [0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5],
	scale: 0.25
};

/** How many of the clicks that count are probably lone checks by machines, with a 90 % interval. */
export type LoneChecks = { estimate: number; low: number; high: number };

/**
 * Estimates lone checks send by send, and of all together. Of single clicks soon after a send people
 * make a part and machines the others, m of n. Of machines' the footer's share of the links, q, is on
 * the footer; of people's a share r, which is at most that of late clicks: many come to the footer only
 * when they have read. So m ÷ n = (footer ÷ n − r) ÷ (q − r), with r anywhere up to the late share.
 * Each send's ratio is shrunk toward that of all by how far sends differ beyond chance, which is averaged
 * over (normal–normal random effects, as in `random-effects.ts`); what is not known of r is the same for all of them.
 *
 * @param isAsked which sends the total is of; all of them tell what people and machines do
 * @returns by send, null where it cannot be told; and the total of those where it can
 */
export function loneChecks<Send extends LoneCounts>(
	sends: readonly (Send | null)[],
	isAsked: (send: Send) => boolean = () => true
): { of: (LoneChecks | null)[]; total: LoneChecks | null } {
	const known = sends.filter((send) => send !== null);
	const late = known.reduce((sum, { lateFooter, lateOthers }) => sum + lateFooter + lateOthers, 0);
	const lateFooter = known.reduce((sum, send) => sum + send.lateFooter, 0);
	const most = (lateFooter + 0.5) / (late + 1);
	// anywhere between none and the late share: an interval reaches a little beyond both
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
			// what is not known of people, alike in all sends
			common: (share.size * human.sd * Math.max(0, 1 - middle.mean)) / share.scale,
			// how many machines happened to check, given their share
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
	/** the share of single clicks that machines made, and its variance by chance alone */
	value: number;
	variance: number;
	/** how far apart machines and people are in it */
	scale: number;
	n: number;
	/** clicks on no footer that count; and how many of them machines made where all single ones are theirs */
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
	// by what is usual: a send's own variance would favour those that happen to have none
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

/** Some sends, each with how many times its share counts. */
type Weighed = readonly (readonly [send: number, times: number])[];

/**
 * Sums of sends' shares, each drawn toward the mean of all: what is not known of that mean is the same in all
 * of them, and does not cancel out.
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
