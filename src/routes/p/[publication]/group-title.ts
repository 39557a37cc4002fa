import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { whyWords } from '#lib/messages/why-words.ts';
import type { GroupRecord } from '#lib/server/figures/content/group-record.ts';

const lifts = {
	topic: m['group.lift'],
	section: m['group.lift.section'],
	author: m['group.lift.author']
};

/**
 * What the page of a topic, a section or an author opens with. Positions alone are taken out of a topic's
 * lift; of that of a section or an author, topics and issues as well.
 */
export function groupTitle(
	{ kind, name, row }: Pick<GroupRecord, 'kind' | 'name' | 'row'>,
	formats: Formats
): string {
	const options = { locale: formats.locale };
	if (!row) return m['group.none']({ name }, options);
	const { lift, low, high, why } = row;
	if (!row.enough || lift === null)
		return why === null || why === undefined || why === 'fewItems'
			? m['group.few']({ name }, options)
			: m['group.unsaid']({ name, why: whyWords(why, formats.locale) }, options);
	const interval = formats.between(low!, high!);
	return lifts[kind]({ name, lift: formats.lift(lift), interval }, options);
}
