import { HOUR } from '#lib/duration.ts';
import { versionKey, titleKey } from './title.ts';

/** A send as its service calls it. */
export type NamedSend = {
	sourceId: number;
	/** an id, or the name where exports have no ids */
	campaign: string;
	name: string | null;
	/** UTC milliseconds */
	sentAt: number | null;
};

/** What one source sends so much later is a reminder, not a version that ran beside the other. */
const BESIDE = 12 * HOUR;

/**
 * Versions of an issue that ran beside each other, as in an A/B test, among the sends of that issue:
 * each with all sends that its source calls by that name, in the order of the names. Empty where it was
 * sent as one.
 *
 * @example versionsBeside([a, b]).length // => 2, of sends called “Ebb #9 (version A)” and “… (version B)”
 */
export function versionsBeside<Send extends NamedSend>(sends: readonly Send[]): Send[][] {
	const [first] = sends;
	if (!first) return [];
	const byName = new Map<string, Send[]>();
	for (const send of sends) {
		if (!isBeside(first, send)) continue;
		const key = versionKey(nameOf(send));
		byName.set(key, [...(byName.get(key) ?? []), send]);
	}
	if (byName.size < 2) return [];
	return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, version]) => version);
}

function isBeside(first: NamedSend, send: NamedSend): boolean {
	const apart = Math.abs((send.sentAt ?? first.sentAt ?? 0) - (first.sentAt ?? send.sentAt ?? 0));
	const key = titleKey(nameOf(first));
	return (
		send.sourceId === first.sourceId &&
		apart < BESIDE &&
		key !== '' &&
		titleKey(nameOf(send)) === key
	);
}

/** Many services have no names but ids, and others no ids but names. */
export function nameOf({ name, campaign }: Pick<NamedSend, 'name' | 'campaign'>): string {
	return name ?? campaign;
}
