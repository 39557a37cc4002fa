/** Digits that count of a fraction: more than any page says. */
const DIGITS = 7;

/** Of large ones as many decimals are kept, as sums of money need them. */
const DECIMALS = 3;

/**
 * Cut after so many digits. Where the last one left is 0 or 5 it becomes 1 or 6: whoever rounds further
 * then comes to what the whole number would have been rounded to.
 */
function cut(n: number): number {
	if (Number.isInteger(n) || !Number.isFinite(n)) return n;
	const [digits = '', power = ''] = n.toExponential().split('e');
	const kept = Math.max(DIGITS, Number(power) + 1 + DECIMALS) + digits.indexOf('.');
	if (digits.length <= kept) return n;
	const last = digits.charAt(kept - 1);
	return Number(
		digits.slice(0, kept - 1) + (last === '0' ? 1 : last === '5' ? 6 : last) + `e${power}`
	);
}

const isPlain = (value: object) => {
	const kind: unknown = Object.getPrototypeOf(value);
	return kind === Object.prototype || kind === null;
};

/**
 * The same with fractions as long as pages need them: seventeen digits of each estimate were most of what
 * a page with two hundred topics is made of, since nothing compresses them. Files and the API have all.
 */
export function rounded<Value>(value: Value): Value {
	if (typeof value === 'number') return cut(value) as Value;
	if (Array.isArray(value)) return value.map((one: unknown) => rounded(one)) as Value;
	if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
	const entries = Object.entries(value).map(([name, one]) => [name, rounded<unknown>(one)]);
	return Object.fromEntries(entries) as Value;
}
