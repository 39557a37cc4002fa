import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

/** What a report says of its own origin, as it is stored. */
type Origin = {
	/** epoch ms */
	createdAt: number;
	/** of the latest event, epoch ms; null where there is no data */
	dataUpTo: number | null;
	publication: { zone: string };
	/** version of the rules that filter bots */
	rules: number;
	/** share of clicks that they filtered out; null where none can be filtered */
	setAside: number | null;
	seal: string;
};

/** Which rules filtered bots, and how many of the clicks. */
export function filteringWords({ rules, setAside }: Origin, formats: Formats): string[] {
	return [
		m['report.foot.rules']({ version: rules }, formats),
		...(setAside === null
			? []
			: [m['report.foot.setAside']({ share: formats.percent(setAside) }, formats)])
	];
}

/** When a report was made, up to when its data go, and which snapshot it is. */
export function frozenWords(
	{ createdAt, dataUpTo, publication, seal }: Origin,
	formats: Formats
): string {
	const about = { at: formats.instant(createdAt), zone: publication.zone, seal };
	return dataUpTo === null
		? m['report.foot.frozen.noData'](about, formats)
		: m['report.foot.frozen']({ ...about, upTo: formats.instant(dataUpTo) }, formats);
}
