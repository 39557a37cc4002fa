import type { ReaderClicks, ClickRange } from './bursts.ts';
import { isLikeAScan, judgeReaderClicks } from './click-rules.ts';
import { gatewayBursts } from './gateway-bursts.ts';
import { pack, verdicts, type RuleSet } from './rules.ts';
import type { JudgedColumns, SendTrace } from './send-events.ts';
import type { EventsByReader } from './events-by-reader.ts';

const BEFORE = pack(verdicts.suspect, 'beforeReading');

/** With fewer clicks, no rule about one reader finds anything. */
const FEWEST = 2;

/**
 * Judges the clicks of one send: reader by reader, then company by company.
 *
 * Writes into `codes` only where it is still 0, so that stronger evidence keeps its reason. Returns the
 * readers in whose name a scanner clicked, judged by this send alone, and those whose clicks looked like a
 * scan.
 *
 * @param timed whether instants are exact enough for seconds to mean something
 */
export function judgeClicks(
	codes: Uint8Array,
	{ readers, starts, order }: EventsByReader,
	events: SendTrace,
	scannedBefore: ReadonlySet<number>,
	timed: boolean,
	rules: RuleSet
): { scanned: Int32Array; alike: Int32Array } {
	const at = Float64Array.from(order, (i) => events.clicks.at[i]!);
	const url = Int32Array.from(order, (i) => events.clicks.url[i]!);
	const scanned = new Set<number>();
	const alike: number[] = [];
	const employees: { company: number; readerClicks: ReaderClicks; k: number }[] = [];

	const unknown = { ...events, timed, scannedBefore: false };
	const known = { ...unknown, scannedBefore: true };
	const mark = (k: number, [first, last]: ClickRange, code: number) => {
		for (let i = starts[k]! + first; i < starts[k]! + last; i++) codes[order[i]!] ||= code;
	};

	for (let k = 0; k < readers.length; k++) {
		const from = starts[k]!;
		const to = starts[k + 1]!;
		const reader = readers[k]!;
		const before = scannedBefore.has(reader);
		if (to - from < FEWEST && !before) continue;

		const readerClicks = { at: at.subarray(from, to), url: url.subarray(from, to) };
		if (isLikeAScan(readerClicks, unknown, rules)) alike.push(reader);
		for (const { range, reason } of judgeReaderClicks(
			readerClicks,
			before ? known : unknown,
			rules
		)) {
			mark(k, range, pack(verdicts.machine, reason));
			// a habit must not count as evidence of itself, or it would never end
			if (reason !== 'scannerHabit') scanned.add(reader);
		}

		if (!timed || !rules.gateway.on || to - from < rules.gateway.links) continue;
		const company = events.domain(reader);
		if (company >= 0) employees.push({ company, readerClicks, k });
	}

	gatewayBursts(employees, rules).forEach((ranges, n) => {
		const { k } = employees[n]!;
		for (const range of ranges) mark(k, range, pack(verdicts.machine, 'gateway'));
		if (ranges.length) scanned.add(readers[k]!);
	});

	return { scanned: Int32Array.from(scanned), alike: Int32Array.from(alike) };
}

/**
 * Marks clicks that came sooner after the send than anybody can read. Writes into `codes` only where it is
 * still 0.
 */
export function markEarly(
	codes: Uint8Array,
	{ at }: JudgedColumns,
	sentAt: number,
	{ beforeReading: { on, seconds } }: RuleSet
): void {
	if (!on) return;
	for (let i = 0; i < at.length; i++) {
		const wait = at[i]! - sentAt;
		if (wait >= 0 && wait <= seconds) codes[i] ||= BEFORE;
	}
}
