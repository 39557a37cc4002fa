import type { Formatter } from './format.ts';

type Numbers = (options: Intl.NumberFormatOptions) => Formatter;

const fixed = (digits: number) => ({
	minimumFractionDigits: digits,
	maximumFractionDigits: digits
});

/**
 * Writes ends of intervals: one that leaves out what neither gains nor loses is not rounded to it, but
 * bears the decimals that tell them apart (`0.998`, `+0.04 pt`).
 */
export function intervalEnds(
	numbers: Numbers,
	{ lift, points }: { lift: Formatter; points: Formatter }
): (value: number, format: Formatter) => string {
	const pointsOf = (digits: number): Formatter => {
		const finer = numbers({ signDisplay: 'exceptZero', ...fixed(digits) });
		return (difference) => `${finer(difference * 100)}\u00a0pt`;
	};
	const exact = new Map([
		[lift, { neutral: 1, finer: [3, 4].map((digits) => numbers(fixed(digits))) }],
		[points, { neutral: 0, finer: [2, 3].map(pointsOf) }]
	]);
	return (value, format) => {
		const written = format(value);
		const of = exact.get(format);
		if (!of || value === of.neutral || written !== format(of.neutral)) return written;
		const apart = of.finer.find((finer) => finer(value) !== finer(of.neutral));
		return apart ? apart(value) : written;
	};
}
