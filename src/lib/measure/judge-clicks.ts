import type { Sitting } from './bursts.ts';
import { judgeSitting } from './click-rules.ts';
import { gatewayBursts } from './gateways.ts';
import type { RuleSet } from './rules.ts';
import { pack, verdicts } from './rules.ts';
import type { SendEvents } from './send-events.ts';
import type { Sittings } from './sittings.ts';

const GATEWAY = pack(verdicts.machine, 'gateway');

/**
 * Judges the clicks of one send, reader by reader and then company by company.
 *
 * Writes into `codes` where it is still 0, so that stronger evidence keeps its reason. Returns the
 * readers in whose name a scanner clicked, going by this send alone.
 */
export function judgeClicks(
	codes: Uint8Array,
	{ readers, starts, order }: Sittings,
	events: SendEvents,
	scannedBefore: ReadonlySet<number>,
	timed: boolean,
	rules: RuleSet
): Int32Array {
	const at = Float64Array.from(order, (i) => events.clicks.at[i]!);
	const url = Int32Array.from(order, (i) => events.clicks.url[i]!);
	const scanned = new Set<number>();
	const employees: { company: number; sitting: Sitting; k: number }[] = [];

	const mark = (start: number, [first, last]: readonly [number, number], code: number) => {
		for (let i = start + first; i < start + last; i++) codes[order[i]!] ||= code;
	};

	for (let k = 0; k < readers.length; k++) {
		const from = starts[k]!;
		const to = starts[k + 1]!;
		const reader = readers[k]!;
		const sitting = { at: at.subarray(from, to), url: url.subarray(from, to) };
		const situation = { ...events, timed, scannedBefore: scannedBefore.has(reader) };

		for (const { stretch, verdict, reason } of judgeSitting(sitting, situation, rules)) {
			mark(from, stretch, pack(verdict, reason));
			if (reason !== 'scannerHabit' && verdict === verdicts.machine) scanned.add(reader);
		}

		if (!timed || !rules.gateway.on || to - from < rules.gateway.links) continue;
		const company = events.domain(reader);
		if (company >= 0) employees.push({ company, sitting, k });
	}

	gatewayBursts(employees, rules).forEach((stretches, n) => {
		const { k } = employees[n]!;
		for (const stretch of stretches) mark(starts[k]!, stretch, GATEWAY);
		if (stretches.length) scanned.add(readers[k]!);
	});

	return Int32Array.from(scanned);
}
