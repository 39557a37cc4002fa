import { pack, unpack, verdicts, type RuleSet } from './rules.ts';
import type { JudgedColumns } from './send-events.ts';

const SCANNER = pack(verdicts.machine, 'scannerOpen');
const PROXY = pack(verdicts.machine, 'privacyProxy');

/** Readers with an open within minutes of the send: privacy proxies open a message when it arrives. */
export function quickOpeners(
	{ reader, at }: JudgedColumns,
	sentAt: number,
	{ privacyProxy }: RuleSet
): Int32Array {
	const openers = new Set<number>();
	for (let i = 0; i < at.length; i++)
		if (reader[i]! > 0 && isQuick(at[i]!, sentAt, privacyProxy.minutes)) openers.add(reader[i]!);
	return Int32Array.from(openers);
}

/**
 * Judges opens by what happens around them: opens at the time of a scanner's clicks, and those that a privacy
 * proxy makes soon after the send. A later open of the same reader stays human.
 *
 * Writes into `codes` only where it is still 0.
 */
export function judgeOpens(
	codes: Uint8Array,
	{ reader, at }: JudgedColumns,
	known: {
		/** seconds UTC; null where unknown */
		sentAt: number | null;
		/** instants of scanner clicks, by reader; empty if instants are too coarse */
		scans: ReadonlyMap<number, readonly number[]>;
		/** readers behind a privacy proxy; null while that is unknown */
		proxied: ReadonlySet<number> | null;
	},
	rules: RuleSet
): void {
	const { sentAt, scans, proxied } = known;

	for (let i = 0; i < codes.length; i++) {
		if (codes[i] || reader[i]! <= 0) continue;
		const instant = at[i]!;

		if (rules.scannerOpen.on) {
			const clicks = scans.get(reader[i]!);
			if (clicks?.some((click) => Math.abs(click - instant) <= rules.scannerOpen.seconds)) {
				codes[i] = SCANNER;
				continue;
			}
		}

		if (rules.privacyProxy.on && sentAt !== null && proxied?.has(reader[i]!))
			if (isQuick(instant, sentAt, rules.privacyProxy.minutes)) codes[i] = PROXY;
	}
}

/** Instants of a scanner's clicks, by reader. */
export function scanInstants(
	codes: Uint8Array,
	{ reader, at }: JudgedColumns
): Map<number, number[]> {
	const scans = new Map<number, number[]>();

	for (let i = 0; i < codes.length; i++) {
		if (!codes[i] || reader[i]! <= 0 || unpack(codes[i]!).verdict !== verdicts.machine) continue;
		const instants = scans.get(reader[i]!);
		if (instants) instants.push(at[i]!);
		else scans.set(reader[i]!, [at[i]!]);
	}
	return scans;
}

function isQuick(at: number, sentAt: number, minutes: number) {
	// a service may record the send a little after the first messages left
	return at >= sentAt - 60 && at <= sentAt + minutes * 60;
}
