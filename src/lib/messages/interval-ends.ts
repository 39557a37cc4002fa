import type { Formatter } from './format.ts';

type Numbers = (options: Intl.NumberFormatOptions) => Formatter;

const fixed = (digits: number) => ({
	minimumFractionDigits: digits,
	maximumFractionDigits: digits
});

/**
 * Writes ends of intervals: where an interval leaves out what neither gains nor loses, its end is not
 * rounded to that, but bears the decimals that tell them apart (`0.998`, `+0.04 pt`). One that holds it
 * needs none: `0.76–1.00` says so.
 *
 * @returns what writes an end, told the other one
 */
export function intervalEnds(
	numbers: Numbers,
	{ lift, points }: { lift: Formatter; points: Formatter }
): (value: number, other: number, format: Formatter) => string {
	const pointsOf = (digits: number): Formatter => {
		const finer = numbers({ signDisplay: 'exceptZero', ...fixed(digits) });
		return (difference) => `${finer(difference * 100)}\u00a0pt`;
	};
	const exact = new Map([
		[lift, { neutral: 1, finer: [3, 4].map((digits) => numbers(fixed(digits))) }],
		[points, { neutral: 0, finer: [2, 3].map(pointsOf) }]
	]);
	return (value, other, format) => {
		const written = format(value);
		const of = exact.get(format);
		if (!of || value === of.neutral || written !== format(of.neutral)) return written;
		if (value > of.neutral !== other > of.neutral) return written;
		const apart = of.finer.find((finer) => finer(value) !== finer(of.neutral));
		return apart ? apart(value) : written;
	};
}
